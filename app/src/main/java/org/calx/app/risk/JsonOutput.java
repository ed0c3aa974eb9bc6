package org.calx.app.risk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.calx.app.ExitCode;
import org.calx.app.UserError;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Writes one JSON object: to a file, or to standard output where none is named. */
final class JsonOutput {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private JsonOutput() {}

    static ObjectNode object() {
        return JSON.createObjectNode();
    }

    /** Puts a number; JSON has none that are not finite, they become null. */
    static void put(ObjectNode object, String name, double value) {
        if (Double.isFinite(value)) {
            object.put(name, value);
        } else {
            object.putNull(name);
        }
    }

    static void write(ObjectNode object, Path file) {
        String text = JSON.writeValueAsString(object);
        if (file == null) {
            System.out.println(text);
            return;
        }
        try {
            Files.writeString(file, text + System.lineSeparator());
        } catch (IOException e) {
            throw new UserError(ExitCode.USAGE, "--out: " + file + " cannot be written: " + e.getMessage(), e);
        }
    }
}
