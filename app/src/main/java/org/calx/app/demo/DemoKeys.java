package org.calx.app.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.calx.api.client.SigningKey;

/**
 * What those who run the demo's venue sign with.
 *
 * @param operator key of the operator, who is also the calendar
 * @param emergency key that halts markets and cancels orders, for {@link DemoRoster#EMERGENCY_SENDER}
 */
public record DemoKeys(SigningKey operator, SigningKey emergency) {

    /** New keys. */
    public static DemoKeys generate() {
        return new DemoKeys(SigningKey.generate(), SigningKey.generate());
    }

    /** The keys in this folder, made there once. A venue goes on with the keys that it was founded with. */
    public static DemoKeys open(Path folder) {
        try {
            return new DemoKeys(
                    SigningKey.open(folder.resolve("operator.pem")), SigningKey.open(folder.resolve("emergency.pem")));
        } catch (IOException e) {
            throw new UncheckedIOException("the operator's keys cannot be kept in " + folder, e);
        }
    }
}
