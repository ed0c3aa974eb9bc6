package org.calx.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.calx.model.OperatorCommand;
import org.calx.model.Side;
import org.junit.jupiter.api.Test;

class CommandEnvelopeTest {
    private final TestVenue venue = new TestVenue();

    @Test
    void timeNeverGoesBack() {
        venue.exchange.requestImage(venue.header.set(TestVenue.OPERATOR, 2, 1, 9_000_000));
        assertThat(venue.log.take().getFirst()).isEqualTo("begin 9000000");
        venue.exchange.cancelOrder(venue.header.set(TestVenue.OPERATOR, 2, 2, 8_000_000), 1, 1);
        assertThat(venue.log.take().getFirst()).isEqualTo("begin 9000000");
    }

    @Test
    void aRepeatedCommandChangesNothingButTime() {
        CommandHeader header = venue.next();
        venue.exchange.submitOrder(header, venue.limit(1, 1, Side.BUY, 250, 3));
        String first = venue.takeEvents().getLast();
        long digest = venue.exchange.stateDigest();
        venue.exchange.submitOrder(header, venue.limit(1, 1, Side.BUY, 250, 3));
        assertThat(venue.takeEvents()).containsExactly(first.replace("false", "true"));
        assertThat(venue.exchange.stateDigest()).isEqualTo(digest);
    }

    @Test
    void aRefusedCommandIsRememberedAsRefusedEvenWhenItCouldBeDoneLater() {
        CommandHeader header = venue.next();
        long sequence = header.sequence;
        venue.exchange.submitOrder(header, venue.limit(9, 1, Side.BUY, 250, 3));
        String refused = venue.takeEvents().getLast();
        venue.exchange.operate(venue.next(), new OperatorCommand.OpenAccount(9, "late"));
        venue.log.take();
        venue.exchange.submitOrder(
                venue.header.set(TestVenue.OPERATOR, 1, sequence, 1), venue.limit(9, 1, Side.BUY, 250, 3));
        assertThat(venue.takeEvents()).containsExactly(refused.replace("false", "true"));
    }

    @Test
    void aQueryTakesNoPlaceInTheWindow() {
        CommandHeader header = venue.next();
        long asked = header.sequence;
        venue.exchange.cancelOrder(header, 1, 99);
        venue.log.take();
        long digest = venue.exchange.stateDigest();
        venue.exchange.queryOutcome(venue.header.set(TestVenue.OPERATOR, 1, asked + 1, 1), 1, asked);
        List<String> events = venue.takeEvents();
        assertThat(events.getFirst()).isEqualTo("outcomeFound 1 1 " + asked + " UNKNOWN_ORDER 0");
        assertThat(events.getLast()).isEqualTo("commandResult 1 1 " + (asked + 1) + " NONE 0 false");
        assertThat(venue.exchange.stateDigest()).isEqualTo(digest);
    }
}
