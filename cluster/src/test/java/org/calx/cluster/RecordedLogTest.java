package org.calx.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.calx.core.snapshot.TextSnapshotReader;
import org.calx.core.snapshot.TextSnapshotWriter;
import org.calx.model.ProtocolVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The logs of this and of earlier releases give the state that they gave then. When a release is made, {@code mvn test -pl
 * cluster -am -Dtest=RecordedLogTest -Dlog.record=true} writes the log of the newest protocol version, which is reviewed
 * like code; logs of earlier versions are never written again.
 */
class RecordedLogTest {
    private static final Path FOLDER = Path.of("src", "test", "resources", "logs");

    static List<Path> logs() throws IOException {
        if (Boolean.getBoolean("log.record")) {
            DayToRecord.run().write(newest());
        }
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.sorted().toList();
        }
    }

    private static Path newest() {
        return FOLDER.resolve("protocol-" + ProtocolVersion.newest().number() + ".entries");
    }

    @ParameterizedTest
    @MethodSource("logs")
    void aLogReplaysToItsDigest(Path file) throws IOException {
        LoggedEntries log = LoggedEntries.read(file);
        ReplicatedExchange exchange = exchange();
        log.entries().forEach(entry -> entry.carryOut(exchange));
        assertEnd(exchange, log, file);
    }

    @ParameterizedTest
    @MethodSource("logs")
    void anExchangeThatGoesOnFromSnapshotsEndsTheSame(Path file) throws IOException {
        LoggedEntries log = LoggedEntries.read(file);
        ReplicatedExchange exchange = exchange();
        for (LoggedEntries.Entry entry : log.entries()) {
            TextSnapshotWriter snapshot = new TextSnapshotWriter();
            exchange.writeTo(snapshot);
            exchange = exchange();
            exchange.readFrom(new TextSnapshotReader(snapshot.text()));
            entry.carryOut(exchange);
        }
        assertEnd(exchange, log, file);
    }

    @Test
    void theNewestVersionHasALog() {
        assertThat(newest()).exists();
    }

    private static void assertEnd(ReplicatedExchange exchange, LoggedEntries log, Path file) {
        assertThat(exchange.lastEventSequence()).as("events of %s", file).isEqualTo(log.events());
        assertThat(Long.toHexString(exchange.stateDigest()))
                .as("digest of %s", file)
                .isEqualTo(Long.toHexString(log.stateDigest()));
    }

    private static ReplicatedExchange exchange() {
        return new ReplicatedExchange((buffer, length, firstSequence, lastSequence) -> {});
    }
}
