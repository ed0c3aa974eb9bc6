package org.calx.app.index;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.calx.app.ExitCode;
import org.calx.app.UserError;
import org.calx.index.input.InputException;
import org.calx.index.methodology.Methodology;

/** What the commands of the benchmarks have in common: names and files that the user gives. */
final class IndexInputs {
    private IndexInputs() {}

    /** What a command does with its inputs. */
    interface Work<T> {
        T run() throws IOException;
    }

    static Methodology methodology(String name) {
        return Methodology.named(name)
                .orElseThrow(() -> new UserError(
                        ExitCode.USAGE,
                        "there is no methodology '" + name + "'; there are " + String.join(", ", Methodology.names())));
    }

    /** Does the work; an input that cannot be used becomes the user's error. */
    static <T> T refusing(List<Path> inputs, Work<T> work) throws IOException {
        for (Path input : inputs) {
            if (!Files.isRegularFile(input)) {
                throw new UserError(ExitCode.NOT_FOUND, "there is no file " + input);
            }
        }
        try {
            return work.run();
        } catch (InputException e) {
            throw new UserError(ExitCode.USAGE, e.getMessage(), e);
        }
    }
}
