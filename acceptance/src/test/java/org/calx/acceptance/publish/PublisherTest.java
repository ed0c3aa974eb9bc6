package org.calx.acceptance.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.calx.api.event.ExchangeEvent;
import org.calx.model.RejectReason;
import org.calx.model.RiskRules;
import org.calx.model.VolatilityState;
import org.calx.risk.publish.Publisher;
import org.junit.jupiter.api.Test;

/** Two publishers of one sender. */
class PublisherTest extends PublisherRig {
    @Test
    void aMarkFollowsTheBookAndItsArrayTheMark() {
        Publisher publisher = publisher(0);
        run(4, publisher);
        assertThat(publisher.isPublishing()).isTrue();
        assertThat(marks).isEmpty();
        // The array in force was not the one of the mark: 15 % of 2.50 on 730 hours are 273.75.
        assertThat(fullMoves()).containsExactly(273_750_000L);
        quote(252, 255);
        run(1, publisher);
        assertThat(markPrices()).containsExactly(2_535_000L);
        assertThat(fullMoves()).containsExactly(273_750_000L, 277_582_500L);
        assertThat(arrays).extracting(ExchangeEvent.RiskArraySet::version).containsExactly(6L, 7L);
        assertThat(arrays.getLast().lossMicrosPerLot()[10]).isEqualTo(-277_582_500L);
        done(operator.amendOrder(ACCOUNT, ask, 260, 10));
        run(1, publisher);
        assertThat(markPrices()).containsExactly(2_535_000L, 2_560_000L);
        done(operator.cancelOrder(ACCOUNT, bid));
        run(1, publisher);
        assertThat(marks).hasSize(2);
    }

    @Test
    void elevatedVolatilityMultipliesTheArrays() {
        Publisher publisher = publisher(0);
        run(4, publisher);
        int day = DAY - 100;
        for (int i = 0; i < 60; i++) {
            fix(day++, i % 2 == 0 ? 2_500_000 : 2_510_000);
        }
        run(1, publisher);
        assertThat(fullMoves()).containsExactly(273_750_000L);
        fix(day, 3_000_000);
        run(1, publisher);
        assertThat(fullMoves()).containsExactly(273_750_000L, 342_187_500L);
        assertThat(marks).isEmpty();
        // Operators set the state themselves: the exchange multiplies, so the publisher no longer does.
        RiskRules usual = RiskRules.defaults(1);
        done(operator.setRiskRules(new RiskRules(
                1,
                VolatilityState.ELEVATED,
                usual.elevatedBps(),
                usual.stressedBps(),
                usual.ratingBBps(),
                usual.ratingCBps(),
                usual.ratingDBps(),
                usual.averageVolumeLots(),
                usual.concentrationShareBps(),
                usual.concentrationMicros(),
                usual.frozenLossBps(),
                usual.spotMonthDays(),
                usual.spotMonthLimitLots(),
                usual.smallAccountLimitLots())));
        run(1, publisher);
        assertThat(fullMoves()).containsExactly(273_750_000L, 342_187_500L, 273_750_000L);
    }

    @Test
    void fixingsThatAnImageTellsAgainAreNoReturns() {
        Publisher publisher = publisher(0);
        run(4, publisher);
        double price = 2_500_000;
        for (int i = 0; i < 70; i++) {
            fix(DAY - 100 + i, Math.round(price));
            price *= 1.02 - 0.0002 * i;
        }
        run(1, publisher);
        assertThat(fullMoves()).containsExactly(273_750_000L);
        done(operator.requestImage());
        run(10, publisher);
        assertThat(arrays).isEmpty();
        // Told again, the fall from the last price to the first would make volatility usual that is not.
        fix(DAY - 30, Math.round(price * 1.1));
        run(1, publisher);
        assertThat(fullMoves()).containsExactly(342_187_500L);
    }

    @Test
    void aStandByTakesOverWithoutPublishingAnythingTwice() {
        Publisher first = publisher(0);
        run(4, first);
        Publisher second = publisher(1);
        quote(252, 254);
        run(5, first, second);
        assertThat(first.isPublishing()).isTrue();
        assertThat(second.isPublishing()).isFalse();
        assertThat(markPrices()).containsExactly(2_530_000L);
        // The first is killed; the market moves on, and the second publishes that within a second.
        quote(240, 242);
        runTenths(5, second);
        assertThat(second.isPublishing()).isFalse();
        runTenths(3, second);
        assertThat(second.isPublishing()).isTrue();
        assertThat(markPrices()).containsExactly(2_530_000L, 2_410_000L);
        assertThat(arrays).extracting(ExchangeEvent.RiskArraySet::version).containsExactly(6L, 7L, 8L);
        // It was only asleep: it may not publish any more, and stands by.
        quote(244, 246);
        run(1, first, second);
        assertThat(first.isPublishing()).isFalse();
        assertThat(markPrices()).containsExactly(2_530_000L, 2_410_000L, 2_450_000L);
        assertThat(arrays).extracting(ExchangeEvent.RiskArraySet::version).containsExactly(6L, 7L, 8L, 9L);
        run(10, first, second);
        assertThat(second.isPublishing()).isTrue();
        assertThat(marks).hasSize(3);
    }

    /** A new life of a process knows no epoch of the one before; with one of those its commands would count as repeated. */
    @Test
    void oneThatIsStartedAgainAtOncePublishesUnderAnEpochOfItsOwn() {
        Publisher killed = publisher(0);
        run(4, killed);
        assertThat(killed.isPublishing()).isTrue();
        Publisher again = publisher(0, exchange.lastEventSequence());
        quote(252, 254);
        run(3, again);
        assertThat(again.isPublishing()).isFalse();
        run(2, again);
        assertThat(again.isPublishing()).isTrue();
        assertThat(markPrices()).containsExactly(2_530_000L);
        assertThat(refused).isEmpty();
    }

    /** The contract month begins on {@code DAY}, a Thursday, and ends five weeks later: 26 weekdays. */
    @Test
    void aMonthThatAveragesIsMarkedFromItsFixedDays() {
        for (int day = DAY - 40; day < DAY; day++) {
            if (LocalDate.ofEpochDay(day).getDayOfWeek().getValue() <= 5) {
                fix(day, 2_500_000);
            }
        }
        Publisher publisher = publisher(0);
        run(4, publisher);
        assertThat(marks).isEmpty();
        fix(DAY, 2_500_000);
        run(1, publisher);
        // 25 of 26 days are open: 15 % of 2.50 on 730 hours, 273.75, times that share.
        assertThat(fullMoves()).containsExactly(273_750_000L, 263_221_154L);
        done(operator.massCancel(ACCOUNT, INSTRUMENT));
        fix(DAY + 1, 3_800_000);
        run(1, publisher);
        // No book: (2.50 + 3.80 + 24 × what the last book implied, 2.50) / 26.
        assertThat(markPrices()).containsExactly(2_550_000L);
        // With one, 2.70: the open days are at (2.70 × 26 − 6.30) / 24 = 2.6625, which stays when the book goes.
        quote(268, 272);
        run(1, publisher);
        done(operator.massCancel(ACCOUNT, INSTRUMENT));
        fix(DAY + 4, 2_662_500 + 2_600_000);
        run(1, publisher);
        assertThat(markPrices()).containsExactly(2_550_000L, 2_700_000L, 2_800_000L);
    }

    @Test
    void onlyOneOfTwoThatBeginTogetherPublishes() {
        Publisher first = publisher(0);
        Publisher second = publisher(1);
        quote(252, 254);
        run(8, first, second);
        assertThat(List.of(first.isPublishing(), second.isPublishing())).containsExactlyInAnyOrder(true, false);
        assertThat(markPrices()).containsExactly(2_530_000L);
        assertThat(arrays).hasSize(1);
    }

    @Test
    void whoBeginsInTheMiddleKnowsTheMarketFromAnImage() {
        quote(252, 254);
        Publisher late = publisher(1, exchange.lastEventSequence());
        run(5, late);
        assertThat(late.isPublishing()).isTrue();
        assertThat(markPrices()).containsExactly(2_530_000L);
        assertThat(arrays).extracting(ExchangeEvent.RiskArraySet::version).containsExactly(6L);
    }

    @Test
    void aMarkThatIsRefusedIsNotSentAgainUntilTheBookMoves() {
        Publisher publisher = publisher(0);
        run(4, publisher);
        quote(290, 292);
        setBand(1);
        run(5, publisher);
        assertThat(refused).containsExactly(RejectReason.PRICE_OUT_OF_BAND);
        assertThat(fullMoves()).endsWith(273_750_000L);
        assertThat(marks).isEmpty();
        setBand(50);
        quote(291, 293);
        run(1, publisher);
        assertThat(markPrices()).containsExactly(2_920_000L);
        assertThat(publisher.isPublishing()).isTrue();
    }

    @Test
    void aMarkThatDoesNotMoveIsSentAgainBeforeItIsStale() {
        setParameters(50, 40 * SECOND);
        quote(252, 254);
        Publisher publisher = publisher(0);
        run(5, publisher);
        assertThat(markPrices()).containsExactly(2_530_000L);
        run(14, publisher);
        assertThat(marks).hasSize(1);
        run(8, publisher);
        assertThat(markPrices()).containsExactly(2_530_000L, 2_530_000L);
        done(operator.requestImage());
        run(12, publisher);
        assertThat(marks).as("told again by the image alone").isEmpty();
        run(8, publisher);
        assertThat(markPrices()).containsExactly(2_530_000L);
    }
}
