package org.calx.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.calx.core.engine.TestVenue.DOLLAR;

import java.util.List;
import org.calx.model.OperatorCommand.SetProductParameters;
import org.calx.model.Side;
import org.junit.jupiter.api.Test;

/**
 * What a refused order is told. Accounts hold a million dollars, a lot needs 219 in scenario 13 for a buy and in scenario 11
 * for a sale: 4,566 lots are 999,954.
 */
class RefusalsTest {
    private final TestVenue venue = new TestVenue();

    @Test
    void marginTellsRequirementScenarioAndTheSizeThatFits() {
        submitThousands(Side.BUY, 4);
        venue.exchange.submitOrder(venue.next(), venue.limit(1, 1, Side.BUY, 250, 1_000));
        assertThat(detail())
                .isEqualTo("orderRefused 1 1 BUY INSUFFICIENT_MARGIN " + 1_095_000 * DOLLAR + " " + 1_000_000 * DOLLAR
                        + " 13 " + 1_095_000 * DOLLAR + " 0 566");
        assertThat(venue.submit(1, 1, Side.BUY, 250, 567)).isZero();
        assertThat(venue.submit(1, 1, Side.BUY, 250, 566)).isPositive();
    }

    @Test
    void aSaleLosesWhenThePriceRises() {
        submitThousands(Side.SELL, 4);
        venue.exchange.submitOrder(venue.next(), venue.limit(1, 1, Side.SELL, 250, 567));
        assertThat(detail())
                .contains(" SELL INSUFFICIENT_MARGIN ")
                .contains(" 11 ")
                .endsWith(" 566");
    }

    @Test
    void aLimitTellsTheReachAndTheLimitInLots() {
        venue.exchange.operate(venue.next(), new SetProductParameters(TestVenue.parameters(0, 1_000, 4_500)));
        venue.takeEvents();
        submitThousands(Side.BUY, 4);
        venue.exchange.submitOrder(venue.next(), venue.limit(1, 1, Side.BUY, 250, 501));
        assertThat(detail()).isEqualTo("orderRefused 1 1 BUY POSITION_LIMIT 4501 4500 0 0 0 500");
    }

    @Test
    void anAmendmentTellsTheWholeQuantityThatFits() {
        submitThousands(Side.BUY, 4);
        long orderId = venue.submit(1, 1, Side.BUY, 250, 500);
        venue.submit(2, 1, Side.SELL, 251, 100);
        venue.exchange.amendOrder(venue.next(), 1, orderId, 250, 600);
        assertThat(detail()).endsWith(" 566");
        venue.exchange.amendOrder(venue.next(), 1, orderId, 250, 566);
        assertThat(venue.takeEvents().getFirst()).startsWith("orderAmended ");
    }

    @Test
    void whatIsFilledCountsInTheQuantityOfAnAmendment() {
        long orderId = venue.submit(1, 1, Side.BUY, 250, 500);
        venue.submit(2, 1, Side.SELL, 250, 200);
        submitThousands(Side.BUY, 4);
        venue.exchange.amendOrder(venue.next(), 1, orderId, 250, 600);
        assertThat(detail()).endsWith(" 566");
    }

    @Test
    void noSizeFitsWhereNoneWouldBeAccepted() {
        submitThousands(Side.BUY, 4);
        venue.submit(1, 1, Side.BUY, 250, 566);
        venue.exchange.submitOrder(venue.next(), venue.limit(1, 1, Side.BUY, 250, 1));
        assertThat(detail()).endsWith(" 0");
    }

    @Test
    void otherReasonsAndDuplicatesHaveTheResultAlone() {
        venue.exchange.submitOrder(venue.next(), venue.limit(1, 1, Side.BUY, 250, 1_001));
        assertThat(venue.takeEvents()).hasSize(1);
        submitThousands(Side.BUY, 4);
        OrderEntry order = venue.limit(1, 1, Side.BUY, 250, 1_000);
        CommandHeader header = venue.next();
        venue.exchange.submitOrder(header, order);
        venue.takeEvents();
        venue.exchange.submitOrder(header, order);
        assertThat(venue.takeEvents()).hasSize(1).first().asString().endsWith(" true");
    }

    private void submitThousands(Side side, int orders) {
        for (int i = 0; i < orders; i++) {
            assertThat(venue.submit(1, 1, side, 250, 1_000)).isPositive();
        }
    }

    /** The one event before the result. */
    private String detail() {
        List<String> events = venue.takeEvents();
        assertThat(events).hasSize(2);
        return events.getFirst();
    }
}
