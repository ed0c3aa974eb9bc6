package org.calx.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.calx.core.authority.ParameterDigest;
import org.calx.core.clearing.Backlog;
import org.calx.core.snapshot.TextSnapshotReader;
import org.calx.core.snapshot.TextSnapshotWriter;
import org.calx.model.AccountRating;
import org.calx.model.AccountRisk;
import org.calx.model.InstrumentArray;
import org.calx.model.MarginPolicy;
import org.calx.model.MarketPhase;
import org.calx.model.OperatorCommand;
import org.calx.model.ParameterPart;
import org.calx.model.ParameterSet;
import org.calx.model.PolicyKind;
import org.calx.model.Rating;
import org.calx.model.RejectReason;
import org.calx.model.ShortOptionMethod;
import org.calx.model.Side;
import org.calx.model.VenueLimits;
import org.junit.jupiter.api.Test;

/** Ratings of accounts and arrays of grids in sets of margin parameters. A lot requires 219 dollars at first. */
class StagedRatingsTest {
    private static final int TODAY = TestVenue.FIRST_DAY;
    private static final int MANY = 700;

    private TestVenue venue = new TestVenue(TestVenue.LIMITS, 3, 1);

    /** Rating C multiplies arrays by 1.1, D by 1.25; orders of the account's own size stay limited as they were. */
    @Test
    void ratingsHoldFromTheirDayOnAndLeaveLimitsAlone() {
        operate(new OperatorCommand.SetAccountRisk(new AccountRisk(2, Rating.B, false, 7, 0, 0, 0)));
        venue.submit(1, 1, Side.SELL, 250, 4);
        venue.submit(2, 1, Side.BUY, 250, 4);
        ParameterSet set = ratings(1, TODAY + 1, new AccountRating(2, Rating.D), new AccountRating(1, Rating.C));
        stage(set);
        assertThat(activate(set)).isEqualTo(RejectReason.NONE);
        assertThat(taken()).noneMatch(line -> line.startsWith("accountRiskSet"));
        restart();
        beginNextDay();
        assertThat(taken())
                .contains("accountRiskSet " + new AccountRisk(1, Rating.C, false, 0, 0, 0, 0))
                .contains("accountRiskSet " + new AccountRisk(2, Rating.D, false, 7, 0, 0, 0))
                .contains("requirementChanged 1 USD " + 4 * 219 * TestVenue.DOLLAR * 11 / 10)
                .contains("requirementChanged 2 USD " + 4 * 219 * TestVenue.DOLLAR * 5 / 4);
        assertThat(venue.exchange.audit()).isPositive();
        restart();
    }

    @Test
    void ratingsThatCannotHoldAreRefused() {
        AccountRating good = new AccountRating(1, Rating.B);
        assertThat(stage(part(1, TODAY, List.of(), good, new AccountRating(9, Rating.B))))
                .isEqualTo(RejectReason.UNKNOWN_ACCOUNT);
        assertThat(stage(part(1, TODAY, List.of(), good, good))).isEqualTo(RejectReason.ALREADY_DEFINED);
        assertThat(stage(part(1, TODAY, List.of(grid(1, -1, 0, 1)), good))).isEqualTo(RejectReason.INVALID_PARAMETER);
        AccountRating[] many = new AccountRating[ParameterPart.MAX_RATINGS + 1];
        Arrays.fill(many, good);
        assertThat(stage(part(1, TODAY, List.of(), many))).isEqualTo(RejectReason.INVALID_PARAMETER);
        assertThat(stage(part(1, TODAY, List.of(), good))).isEqualTo(RejectReason.NONE);
        assertThat(stage(part(1, TODAY, List.of(), new AccountRating(1, Rating.C))))
                .as("in two parts")
                .isEqualTo(RejectReason.ALREADY_DEFINED);
    }

    /** Of three scenarios the worst is 300 a long lot and 500 a short one. */
    @Test
    void arraysOfAGridHoldAndAreCheckedAsOthers() {
        setGrid(3);
        assertThat(stage(part(1, TODAY, List.of(array(1, TestVenue.scanArray(1))))))
                .as("16 scenarios")
                .isEqualTo(RejectReason.INVALID_PARAMETER);
        assertThat(stage(part(1, TODAY, List.of(grid(1, 0, 0, Long.MAX_VALUE)))))
                .isEqualTo(RejectReason.INVALID_PARAMETER);
        ParameterSet set = set(1, TODAY, List.of(grid(1, -500 * TestVenue.DOLLAR, 0, 300 * TestVenue.DOLLAR)));
        stage(set);
        restart();
        assertThat(activate(set)).isEqualTo(RejectReason.NONE);
        assertThat(taken()).anyMatch(line -> line.startsWith("riskArraySet 1 1 "));
        venue.exchange.submitOrder(venue.next(), venue.limit(1, 1, Side.SELL, 250, 1));
        assertThat(taken()).contains("requirementChanged 1 USD " + 500 * TestVenue.DOLLAR);
        venue.exchange.submitOrder(venue.next(), venue.limit(2, 1, Side.BUY, 250, 1));
        assertThat(taken()).contains("requirementChanged 2 USD " + 300 * TestVenue.DOLLAR);
        assertThat(venue.exchange.audit()).isPositive();
    }

    /** The product was given a grid after its arrays of 16 scenarios were approved, while nobody had used it. */
    @Test
    void arraysThatFitNoMoreOnTheirDayArePassedOver() {
        ParameterSet set = set(1, TODAY + 1, List.of(array(1, TestVenue.scanArray(300 * TestVenue.DOLLAR))));
        stage(set);
        assertThat(activate(set)).isEqualTo(RejectReason.NONE);
        setGrid(20);
        beginNextDay();
        assertThat(taken())
                .anyMatch(line -> line.startsWith("parametersChanged 1 UNFIT "))
                .noneMatch(line -> line.startsWith("riskArraySet"));
    }

    /** Parts have room for seven arrays of 16 losses, or one of the largest grid. */
    @Test
    void aSetIsCutIntoPartsThatFitACommand() {
        List<InstrumentArray> arrays = IntStream.rangeClosed(1, 9)
                .mapToObj(id -> array(id, new long[id < 9 ? 16 : MarginPolicy.MAX_SCENARIOS]))
                .toList();
        ParameterSet set = set(1, TODAY, arrays);
        assertThat(set.parts().stream().map(part -> part.arrays().size())).containsExactly(7, 1, 1);
        assertThat(set.parts()).allMatch(ParameterPart::isWellFormed);
        assertThat(ParameterSet.of(set.parts())).isEqualTo(set);
    }

    /** SHA-256 of the words 1, 1, 2, one array (4, three losses), no charges, −1, and two ratings: C is 2, B is 1. */
    @Test
    void theDigestCoversThem() {
        ParameterSet set = new ParameterSet(
                1,
                1,
                2,
                List.of(grid(4, -7, 0, 7)),
                List.of(),
                Optional.empty(),
                List.of(new AccountRating(8, Rating.B), new AccountRating(3, Rating.C)));
        assertThat(ParameterDigest.of(set).hex())
                .isEqualTo("19483975ef82fe9d70ed3cccb69b757da672b8ac257d39ce2a210490dd2b0fc9");
    }

    @Test
    void ratingsOfManyAreCountedInSteps() {
        venue = new TestVenue(new VenueLimits(MANY, 2, 2_048, 10, 100, 64, 16), MANY, 1);
        for (int account = 2; account <= MANY; account++) {
            venue.submit(1, 1, Side.SELL, 250, 1);
            venue.submit(account, 1, Side.BUY, 250, 1);
        }
        ParameterSet set = ratings(
                1,
                TODAY,
                IntStream.rangeClosed(1, MANY)
                        .mapToObj(id -> new AccountRating(id, Rating.D))
                        .toArray(AccountRating[]::new));
        stage(set);
        assertThat(activate(set)).isEqualTo(RejectReason.NONE);
        assertThat(taken()).as("in the command").noneMatch(StagedRatingsTest::isRequirement);
        assertThat(venue.submit(MANY, 1, Side.BUY, 249, 1)).isPositive();
        restart();
        venue.log.take();
        int counted = 1;
        while (venue.exchange.nextTimerNs() != Long.MAX_VALUE) {
            venue.exchange.onTimer(venue.exchange.nextTimerNs());
            long told =
                    taken().stream().filter(StagedRatingsTest::isRequirement).count();
            assertThat(told).isLessThanOrEqualTo(Backlog.STEP);
            counted += (int) told;
        }
        assertThat(counted).isEqualTo(MANY);
        assertThat(venue.exchange.audit()).isPositive();
    }

    private static boolean isRequirement(String line) {
        return line.startsWith("requirementChanged");
    }

    private void setGrid(int scenarios) {
        operate(new OperatorCommand.SetMarginPolicy(new MarginPolicy(
                TestVenue.PRODUCT, PolicyKind.GRID, 0, ShortOptionMethod.SUM, scenarios, 0, false, 10_000, List.of())));
    }

    private void operate(OperatorCommand command) {
        venue.exchange.operate(venue.next(), command);
        assertThat(venue.lastReason()).isEqualTo(RejectReason.NONE);
    }

    private void beginNextDay() {
        operate(new OperatorCommand.SetMarketPhase(TestVenue.MARKET, TODAY, MarketPhase.CLOSED));
        operate(new OperatorCommand.SettleInstrument(1, TODAY));
        venue.exchange.operate(
                venue.next(), new OperatorCommand.SetMarketPhase(TestVenue.MARKET, TODAY + 1, MarketPhase.OPEN));
    }

    private List<String> taken() {
        return venue.log.takeToldEvents();
    }

    private void stage(ParameterSet set) {
        set.parts().forEach(part -> assertThat(stage(part)).isEqualTo(RejectReason.NONE));
    }

    private RejectReason stage(ParameterPart part) {
        venue.exchange.operate(venue.next(), new OperatorCommand.StageParameters(part));
        return venue.log.lastReason();
    }

    private RejectReason activate(ParameterSet set) {
        venue.log.take();
        venue.exchange.operate(
                venue.next(), new OperatorCommand.ActivateParameters(set.version(), ParameterDigest.of(set)));
        return venue.log.lastReason();
    }

    /** A restored exchange has the same state. */
    private void restart() {
        TextSnapshotWriter writer = new TextSnapshotWriter();
        venue.exchange.writeTo(writer);
        Exchange restored = new Exchange(new EventLog().events());
        restored.readFrom(new TextSnapshotReader(writer.text()));
        assertThat(restored.stateDigest()).isEqualTo(venue.exchange.stateDigest());
    }

    private static ParameterSet ratings(long version, int day, AccountRating... ratings) {
        return new ParameterSet(
                version, TestVenue.MARKET, day, List.of(), List.of(), Optional.empty(), List.of(ratings));
    }

    private static ParameterSet set(long version, int day, List<InstrumentArray> arrays) {
        return new ParameterSet(version, TestVenue.MARKET, day, arrays, List.of(), Optional.empty(), List.of());
    }

    private static ParameterPart part(long version, int day, List<InstrumentArray> arrays, AccountRating... ratings) {
        return new ParameterPart(
                version, TestVenue.MARKET, day, arrays, Optional.empty(), Optional.empty(), List.of(ratings));
    }

    private static InstrumentArray grid(int id, long... losses) {
        return array(id, losses);
    }

    private static InstrumentArray array(int id, long[] losses) {
        return new InstrumentArray(id, Arrays.stream(losses).boxed().toList());
    }
}
