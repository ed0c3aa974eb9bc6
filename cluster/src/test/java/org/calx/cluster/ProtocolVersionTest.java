package org.calx.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.calx.api.client.AeronExchangeClient;
import org.calx.api.client.CommandOutcome;
import org.calx.api.client.ExchangeClient;
import org.calx.api.codec.MessageHeaderEncoder;
import org.calx.api.event.ExchangeEvent;
import org.calx.api.wire.CommandEncoder;
import org.calx.core.snapshot.TextSnapshotReader;
import org.calx.core.snapshot.TextSnapshotWriter;
import org.calx.model.ProtocolVersion;
import org.calx.model.RejectReason;
import org.calx.model.UnknownProtocolVersionException;
import org.calx.model.VenueLimits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class ProtocolVersionTest {
    private static final int OPERATOR = 1;
    private static final int NEWEST = ProtocolVersion.newest().number();
    private static final String SENTENCE = "the venue is at protocol version " + (NEWEST + 1)
            + ", and this build knows versions 1 to " + NEWEST + ": install a newer one";

    private final InProcessExchange exchange = new InProcessExchange(() -> 1);
    private final ExchangeClient operator = exchange.client(OPERATOR, 1);
    private final List<ExchangeEvent> events = new ArrayList<>();

    ProtocolVersionTest() {
        operator.addReader((sequence, timestampNs, last, event) -> events.add(event));
        answer(c -> c.openVenue(VenueLimits.defaults()), RejectReason.NONE);
    }

    @Test
    void aCommandOfALaterVersionIsRefusedUntilTheVenueIsThere() {
        answer(c -> c.retainEvents(7, 9), RejectReason.LATER_PROTOCOL_VERSION);
        answer(c -> c.setProtocolVersion(2), RejectReason.NONE);
        answer(c -> c.retainEvents(7, 9), RejectReason.NONE);
        assertThat(events)
                .contains(new ExchangeEvent.ProtocolVersionSet(2), new ExchangeEvent.EventsRetained(OPERATOR, 7, 10));
    }

    @Test
    void aVenueGoesUpOneVersionAtATime() {
        answer(c -> c.setProtocolVersion(1), RejectReason.NOT_NEXT_PROTOCOL_VERSION);
        answer(c -> c.setProtocolVersion(3), RejectReason.NOT_NEXT_PROTOCOL_VERSION);
        answer(c -> c.setProtocolVersion(2), RejectReason.NONE);
        answer(c -> c.setProtocolVersion(2), RejectReason.NOT_NEXT_PROTOCOL_VERSION);
    }

    @Test
    void aCommandThatThisBuildDoesNotKnowIsRefusedByItsEnvelope() {
        CommandEncoder encoder = new CommandEncoder(OPERATOR, 2);
        int length = encoder.retainEvents(1, 7, 9);
        new MessageHeaderEncoder().wrap(encoder.buffer(), 0).templateId(98);
        exchange.offer(encoder.buffer(), 0, length);
        exchange.offer(encoder.buffer(), 0, length);
        operator.poll();
        assertThat(exchange.ignored()).isZero();
        assertThat(events)
                .endsWith(
                        new ExchangeEvent.CommandResult(OPERATOR, 2, 1, RejectReason.LATER_PROTOCOL_VERSION, 0, false),
                        new ExchangeEvent.CommandResult(OPERATOR, 2, 1, RejectReason.LATER_PROTOCOL_VERSION, 0, true));
    }

    @Test
    void whatHasNoRoomForAnEnvelopeIsIgnored() {
        CommandEncoder encoder = new CommandEncoder(OPERATOR, 2);
        encoder.retainEvents(1, 7, 9);
        new MessageHeaderEncoder().wrap(encoder.buffer(), 0).templateId(98).blockLength(15);
        exchange.offer(encoder.buffer(), 0, MessageHeaderEncoder.ENCODED_LENGTH + 15);
        assertThat(exchange.ignored()).isEqualTo(1);
    }

    @Test
    void aSnapshotOfAnUnknownVersionIsNotRead() {
        ReplicatedExchange source = new ReplicatedExchange((buffer, length, from, to) -> {});
        CommandEncoder encoder = new CommandEncoder(OPERATOR, 1);
        source.onMessage(1, encoder.buffer(), 0, encoder.openVenue(1, VenueLimits.defaults()));
        TextSnapshotWriter written = new TextSnapshotWriter();
        source.writeTo(written);
        String known = "[envelope]\n1\n1\n";
        assertThat(written.text()).contains(known);
        String unknown = written.text().replace(known, "[envelope]\n1\n" + (NEWEST + 1) + "\n");
        ReplicatedExchange target = new ReplicatedExchange((buffer, length, from, to) -> {});
        assertThatThrownBy(() -> target.readFrom(new TextSnapshotReader(unknown)))
                .isInstanceOf(UnknownProtocolVersionException.class)
                .hasMessage(SENTENCE);
    }

    @Test
    @Timeout(60)
    void aNodeStopsAtAVersionInTheLogThatItDoesNotKnowAndDoesNotStartAgain(@TempDir Path folder) {
        CompletableFuture<Throwable> failure = new CompletableFuture<>();
        ClusterNodeConfig config = ClusterNodeConfig.single(folder);
        try (ClusterNode node = ClusterNode.start(config.withOnFailure(failure::complete));
                ExchangeClient client = AeronExchangeClient.connect(node.endpoint(), OPERATOR, 1, 0)) {
            TradingDay day = new TradingDay(client, 1);
            assertThat(day.await(client.openVenue(VenueLimits.defaults())).accepted())
                    .isTrue();
            for (int version = 2; version <= NEWEST; version++) {
                assertThat(day.await(client.setProtocolVersion(version)).accepted())
                        .isTrue();
            }
            client.setProtocolVersion(NEWEST + 1);
            assertThat(failure.join()).hasMessage(SENTENCE);
        }
        assertThatThrownBy(() -> ClusterNode.start(config)).hasMessage("the node cannot start: " + SENTENCE);
    }

    private void answer(Function<ExchangeClient, CompletableFuture<CommandOutcome>> command, RejectReason expected) {
        CompletableFuture<CommandOutcome> answer = command.apply(operator);
        while (!answer.isDone()) {
            operator.poll();
        }
        assertThat(answer.join().reason()).isEqualTo(expected);
    }
}
