package org.calx.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a demo run tells about itself when it ends, as one JSON object.
 *
 * @param url where it listened
 * @param tally what happened
 * @param invariantsChecked checks that the core made of itself, all passed
 * @param stateDigest digest of the state at the end, as {@code calx digest} prints it for the data folder
 */
record RunReport(String url, EventTally tally, long invariantsChecked, String stateDigest) {

    private static final ObjectMapper JSON = JsonMapper.builder().build();

    /** The object as JSON text on one line. */
    String json() {
        Map<String, Long> rejects = new LinkedHashMap<>();
        tally.rejects().forEach((reason, count) -> rejects.put(reason.name(), count));
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("url", url);
        fields.put("orders", tally.orders());
        fields.put("trades", tally.trades());
        fields.put("indexFixings", tally.fixings());
        fields.put("settlements", tally.settlements());
        fields.put("expiries", tally.expiries());
        fields.put("rejects", rejects);
        fields.put("invariantsChecked", invariantsChecked);
        fields.put("stateDigest", stateDigest);
        return JSON.writeValueAsString(fields);
    }

    /** The report in a line for people. */
    String summary() {
        return "Ended: %d orders, %d trades, %d fixings, %d settlements, %d expiries; state digest %s"
                .formatted(
                        tally.orders(),
                        tally.trades(),
                        tally.fixings(),
                        tally.settlements(),
                        tally.expiries(),
                        stateDigest);
    }

    /** Writes {@link #json()} to a file, over what was there. */
    void writeTo(Path file) {
        try {
            Files.writeString(file, json() + System.lineSeparator());
        } catch (IOException e) {
            throw new UncheckedIOException("the report could not be written to " + file, e);
        }
    }
}
