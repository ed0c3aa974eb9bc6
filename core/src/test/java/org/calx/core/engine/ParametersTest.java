package org.calx.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.calx.core.authority.ParameterDigest;
import org.calx.core.reference.StagedParameters;
import org.calx.core.snapshot.TextSnapshotReader;
import org.calx.core.snapshot.TextSnapshotWriter;
import org.calx.model.CalendarSpread;
import org.calx.model.CommoditySpread;
import org.calx.model.CommoditySpreads;
import org.calx.model.Currency;
import org.calx.model.Digest;
import org.calx.model.InstrumentArray;
import org.calx.model.InstrumentSpec;
import org.calx.model.MarginCharges;
import org.calx.model.MarketPhase;
import org.calx.model.Months;
import org.calx.model.OperatorCommand;
import org.calx.model.ParameterPart;
import org.calx.model.ParameterSet;
import org.calx.model.ProductClass;
import org.calx.model.ProductSpec;
import org.calx.model.RejectReason;
import org.calx.model.SenderRole;
import org.calx.model.SpreadSide;
import org.calx.model.Tier;
import org.junit.jupiter.api.Test;

/** Sets of margin parameters: what is refused, who must agree, and from when on they hold. */
class ParametersTest {
    private static final int INSTRUMENTS = 2;
    private static final int TODAY = TestVenue.FIRST_DAY;
    private static final int SECOND_OPERATOR = 2;
    private static final int MONTH = Months.ofDay(TestVenue.FIRST_DAY);

    private final TestVenue venue = new TestVenue(TestVenue.LIMITS, 2, INSTRUMENTS);
    private long sequence;

    @Test
    void aSetOfSeveralPartsHoldsFromItsDayOn() {
        List<ParameterPart> parts = List.of(arrays(7, TODAY + 1, 1, 2), charges(7, TODAY + 1, 1));
        parts.forEach(part -> assertThat(stage(part)).isEqualTo(RejectReason.NONE));
        assertThat(activate(7, digest(parts))).isEqualTo(RejectReason.NONE);
        listAnother();
        endDay();
        venue.log.take();
        beginDay(TODAY + 1);
        List<String> events = venue.log.takeToldEvents();
        assertThat(events.get(0)).startsWith("marketPhaseChanged");
        assertThat(events.get(1)).startsWith("marginChargesSet");
        assertThat(events.get(2)).startsWith("riskArraySet 1 2 ");
        assertThat(events.get(3)).startsWith("riskArraySet 2 2 ");
        assertThat(events.get(4))
                .isEqualTo("parametersChanged 7 IN_FORCE %d %d %s".formatted(1, TODAY + 1, digest(parts)));
        assertThat(cancel(7)).isEqualTo(RejectReason.UNKNOWN_PARAMETERS);
        assertThat(stage(arrays(7, TODAY + 2, 1, 2))).isEqualTo(RejectReason.STALE_PARAMETERS);
    }

    /** A contract that was listed after the set was approved is no gap in it. */
    private void listAnother() {
        venue.exchange.operate(
                venue.next(),
                new OperatorCommand.ListInstrument(new InstrumentSpec(
                        INSTRUMENTS + 1,
                        "H100-LATE",
                        TestVenue.PRODUCT,
                        TODAY,
                        TestVenue.LAST_FIXING_DAY,
                        TestVenue.LAST_TRADING_DAY,
                        730,
                        2_500_000)));
        assertThat(reason()).isEqualTo(RejectReason.NONE);
    }

    @Test
    void aSetForTodayHoldsAtOnceAndSupersedesOlderOnes() {
        stage(arrays(3, TODAY + 5, 1, 2));
        stage(arrays(4, TODAY, 1, 2));
        venue.log.take();
        activate(4, digest(List.of(arrays(4, TODAY, 1, 2))));
        assertThat(venue.log.takeToldEvents())
                .anyMatch(line -> line.startsWith("riskArraySet 1 2 "))
                .anyMatch(line -> line.startsWith("parametersChanged 4 IN_FORCE "))
                .anyMatch(line -> line.startsWith("parametersChanged 3 SUPERSEDED "));
    }

    @Test
    void twoOperatorsOrderTheSameContent() {
        venue.exchange.operate(
                venue.next(), new OperatorCommand.RegisterSender(SECOND_OPERATOR, SenderRole.OPERATOR, 0));
        ParameterPart part = arrays(5, TODAY, 1, 2);
        stage(part);
        Digest digest = digest(List.of(part));
        assertThat(activate(5, digest)).isEqualTo(RejectReason.NONE);
        assertThat(activate(5, digest)).isEqualTo(RejectReason.SECOND_OPERATOR_NEEDED);
        restart();
        assertThat(activateAsSecond(5, digest)).contains("parametersChanged 5 IN_FORCE ");
    }

    private String activateAsSecond(long version, Digest digest) {
        EventLog log = new EventLog();
        Exchange restored = new Exchange(log.events());
        restored.readFrom(new TextSnapshotReader(snapshot(venue.exchange)));
        restored.operate(
                new CommandHeader().set(SECOND_OPERATOR, 1, ++sequence, 1_000_000_000),
                new OperatorCommand.ActivateParameters(version, digest));
        return String.join("\n", log.takeToldEvents());
    }

    /** A restored exchange has the same state. */
    private void restart() {
        Exchange restored = new Exchange(new EventLog().events());
        restored.readFrom(new TextSnapshotReader(snapshot(venue.exchange)));
        assertThat(restored.stateDigest()).isEqualTo(venue.exchange.stateDigest());
    }

    private static String snapshot(Exchange exchange) {
        TextSnapshotWriter writer = new TextSnapshotWriter();
        exchange.writeTo(writer);
        return writer.text();
    }

    @Test
    void whatIsSignedIsTheContent() {
        ParameterPart part = arrays(5, TODAY, 1, 2);
        stage(part);
        assertThat(activate(5, digest(List.of(arrays(5, TODAY, 2), arrays(5, TODAY, 1)))))
                .as("whatever its parts and their order")
                .isEqualTo(RejectReason.NONE);
        assertThat(stage(arrays(6, TODAY, 1, 2))).isEqualTo(RejectReason.NONE);
        assertThat(activate(6, digest(List.of(part)))).isEqualTo(RejectReason.PARAMETERS_DIFFER);
        assertThat(activate(8, digest(List.of(part)))).isEqualTo(RejectReason.UNKNOWN_PARAMETERS);
    }

    @Test
    void whatCannotHoldIsRefusedAndChangesNothing() {
        long[] wrongSign = TestVenue.scanArray(-5 * TestVenue.DOLLAR);
        long[] tooMuch = TestVenue.scanArray(Long.MAX_VALUE);
        refuses(array(1, TODAY, 1, wrongSign), RejectReason.INVALID_PARAMETER);
        refuses(array(1, TODAY, 1, tooMuch), RejectReason.INVALID_PARAMETER);
        refuses(array(1, TODAY, 9, TestVenue.scanArray(1)), RejectReason.UNKNOWN_INSTRUMENT);
        refuses(array(0, TODAY, 1, TestVenue.scanArray(1)), RejectReason.INVALID_PARAMETER);
        refuses(array(1, TODAY - 1, 1, TestVenue.scanArray(1)), RejectReason.WRONG_BUSINESS_DATE);
        refuses(arrays(1, TODAY, 1, 1), RejectReason.ALREADY_DEFINED);
        refuses(charges(1, TODAY, 4), RejectReason.UNKNOWN_PRODUCT);
        MarginCharges overlapping = new MarginCharges(
                1, 0, List.of(new Tier(1, MONTH, MONTH + 2), new Tier(2, MONTH + 2, MONTH + 4)), List.of(), List.of());
        refuses(part(1, TODAY, overlapping), RejectReason.INVALID_PARAMETER);
        refuses(part(1, TODAY, calendar(-1)), RejectReason.INVALID_PARAMETER);
        refuses(part(1, TODAY, calendar(Long.MAX_VALUE)), RejectReason.INVALID_PARAMETER);
        CommoditySpreads unknown = new CommoditySpreads(List.of(new CommoditySpread(
                1,
                List.of(
                        new CommoditySpread.Leg(1, SpreadSide.A, 1, 5_000),
                        new CommoditySpread.Leg(9, SpreadSide.B, 1, 5_000)))));
        refuses(
                new ParameterPart(1, 1, TODAY, List.of(), Optional.empty(), Optional.of(unknown), List.of()),
                RejectReason.UNKNOWN_PRODUCT);
        ParameterPart mixed = new ParameterPart(
                1,
                1,
                TODAY,
                arrays(1, TODAY, 1).arrays(),
                Optional.of(MarginCharges.none(1)),
                Optional.empty(),
                List.of());
        refuses(mixed, RejectReason.INVALID_PARAMETER);
        refuses(
                new ParameterPart(
                        1, 5, TODAY, arrays(1, TODAY, 1).arrays(), Optional.empty(), Optional.empty(), List.of()),
                RejectReason.UNKNOWN_MARKET);
        venue.log.take();
        venue.exchange.tellState();
        assertThat(venue.log.takeToldEvents()).noneMatch(line -> line.startsWith("parameters"));
        assertThat(activate(1, new Digest(0, 0, 0, 0))).isEqualTo(RejectReason.UNKNOWN_PARAMETERS);
    }

    private void refuses(ParameterPart part, RejectReason reason) {
        assertThat(stage(part)).as("%s", part).isEqualTo(reason);
    }

    @Test
    void aListedContractWithoutArrayOrBetweenTiersIsAGap() {
        ParameterPart one = arrays(1, TODAY, 1);
        stage(one);
        assertThat(activate(1, digest(List.of(one)))).isEqualTo(RejectReason.PARAMETERS_GAP);
        ParameterPart two = arrays(1, TODAY, 2);
        stage(two);
        assertThat(activate(1, digest(List.of(one, two)))).isEqualTo(RejectReason.NONE);
        ParameterPart around = part(
                2,
                TODAY,
                new MarginCharges(
                        1,
                        0,
                        List.of(new Tier(1, MONTH - 2, MONTH - 1), new Tier(2, MONTH + 1, MONTH + 2)),
                        List.of(),
                        List.of()));
        stage(around);
        assertThat(activate(2, digest(List.of(around)))).isEqualTo(RejectReason.PARAMETERS_GAP);
    }

    @Test
    void aSetIsWithdrawnOrExpires() {
        stage(arrays(1, TODAY + 1, 1, 2));
        assertThat(cancel(1)).isEqualTo(RejectReason.NONE);
        assertThat(cancel(1)).isEqualTo(RejectReason.UNKNOWN_PARAMETERS);
        stage(arrays(2, TODAY, 1, 2));
        ParameterPart waiting = arrays(3, TODAY + 1, 1, 2);
        stage(waiting);
        activate(3, digest(List.of(waiting)));
        assertThat(stage(charges(3, TODAY + 1, 1))).isEqualTo(RejectReason.ALREADY_DEFINED);
        assertThat(stage(arrays(2, TODAY + 1, 1))).isEqualTo(RejectReason.ALREADY_DEFINED);
        cancel(3);
        endDay();
        venue.log.take();
        beginDay(TODAY + 1);
        assertThat(venue.log.takeToldEvents())
                .anyMatch(line -> line.startsWith("parametersChanged 2 EXPIRED "))
                .noneMatch(line -> line.startsWith("riskArraySet"));
    }

    /** Ratios of 999 fit the venue when they are approved; spreads set meanwhile share no factor with them. */
    @Test
    void aSetThatFitsNoMoreOnItsDayIsPassedOver() {
        defineSecondProduct();
        ParameterPart charges = part(2, TODAY + 1, calendar(1, 997));
        stage(charges);
        assertThat(activate(2, digest(List.of(charges)))).isEqualTo(RejectReason.NONE);
        CommoditySpreads spreads = new CommoditySpreads(List.of(spread(1, 991, 1), spread(2, 1, 983)));
        venue.exchange.operate(venue.next(), new OperatorCommand.SetCommoditySpreads(spreads));
        assertThat(venue.lastReason()).isEqualTo(RejectReason.NONE);
        endDay();
        venue.log.take();
        beginDay(TODAY + 1);
        assertThat(venue.log.takeToldEvents())
                .anyMatch(line -> line.startsWith("parametersChanged 2 UNFIT "))
                .noneMatch(line -> line.startsWith("marginChargesSet"));
    }

    private void defineSecondProduct() {
        venue.exchange.operate(
                venue.next(),
                new OperatorCommand.DefineProduct(
                        new ProductSpec(2, "B200", ProductClass.COMPUTE, 1, Currency.USD, 10_000, "GPU-hour")));
    }

    private static CommoditySpread spread(int priority, long ratioA, long ratioB) {
        return new CommoditySpread(
                priority,
                List.of(
                        new CommoditySpread.Leg(1, SpreadSide.A, ratioA, 5_000),
                        new CommoditySpread.Leg(2, SpreadSide.B, ratioB, 5_000)));
    }

    @Test
    void noMoreSetsThanThereIsRoomForAreStaged() {
        for (int version = 1; version <= StagedParameters.MAX_SETS; version++) {
            assertThat(stage(arrays(version, TODAY + 9, 1))).isEqualTo(RejectReason.NONE);
        }
        assertThat(stage(arrays(100, TODAY + 9, 1))).isEqualTo(RejectReason.CAPACITY_REACHED);
    }

    @Test
    void aStateImageTellsEveryPart() {
        ParameterPart first = arrays(1, TODAY, 1, 2);
        stage(first);
        activate(1, digest(List.of(first)));
        ParameterPart second = arrays(2, TODAY + 1, 1, 2);
        stage(second);
        activate(2, digest(List.of(second)));
        stage(charges(3, TODAY + 2, 1));
        venue.log.take();
        venue.exchange.tellState();
        assertThat(venue.log.takeToldEvents().stream().filter(line -> line.startsWith("parameters")))
                .containsExactly(
                        "parametersChanged 1 IN_FORCE 1 %d %s".formatted(TODAY, digest(List.of(first))),
                        "parametersStaged " + second,
                        "parametersChanged 2 APPROVED 1 %d %s".formatted(TODAY + 1, digest(List.of(second))),
                        "parametersStaged " + charges(3, TODAY + 2, 1));
        restart();
    }

    /** FIPS 180-4 over the words 1, 1, 2 (version, market, day), no arrays, no charges, −1 for no spreads, no ratings. */
    @Test
    void theDigestIsSha256OfWords() {
        ParameterSet set = new ParameterSet(1, 1, 2, List.of(), List.of(), Optional.empty(), List.of());
        assertThat(ParameterDigest.of(set).hex())
                .isEqualTo("e70315de664fe50792da2458c47df092b284c23a97fa569f2c1e8eaaddd40200");
        assertThat(Digest.ofHex(ParameterDigest.of(set).hex())).isEqualTo(ParameterDigest.of(set));
    }

    private RejectReason stage(ParameterPart part) {
        venue.exchange.operate(venue.next(), new OperatorCommand.StageParameters(part));
        return reason();
    }

    private RejectReason activate(long version, Digest digest) {
        venue.exchange.operate(venue.next(), new OperatorCommand.ActivateParameters(version, digest));
        return reason();
    }

    private RejectReason cancel(long version) {
        venue.exchange.operate(venue.next(), new OperatorCommand.CancelParameters(version));
        return reason();
    }

    /** The last command's reason; what it told stays to be taken. */
    private RejectReason reason() {
        return venue.log.lastReason();
    }

    private void endDay() {
        phase(TODAY, MarketPhase.CLOSED);
        for (int id = 1; id <= INSTRUMENTS + 1; id++) {
            venue.exchange.operate(venue.next(), new OperatorCommand.SettleInstrument(id, TODAY));
        }
    }

    private void beginDay(int day) {
        phase(day, MarketPhase.OPEN);
    }

    private void phase(int day, MarketPhase phase) {
        venue.exchange.operate(venue.next(), new OperatorCommand.SetMarketPhase(TestVenue.MARKET, day, phase));
        assertThat(reason()).isEqualTo(RejectReason.NONE);
    }

    private static Digest digest(List<ParameterPart> parts) {
        return ParameterDigest.of(ParameterSet.of(parts));
    }

    private static ParameterPart arrays(long version, int day, int... ids) {
        List<InstrumentArray> arrays = Arrays.stream(ids)
                .mapToObj(id -> array(id, TestVenue.scanArray(300 * TestVenue.DOLLAR)))
                .toList();
        return new ParameterPart(version, TestVenue.MARKET, day, arrays, Optional.empty(), Optional.empty(), List.of());
    }

    private static ParameterPart array(long version, int day, int id, long[] losses) {
        return new ParameterPart(
                version,
                TestVenue.MARKET,
                day,
                List.of(array(id, losses)),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    private static InstrumentArray array(int id, long[] losses) {
        return new InstrumentArray(id, Arrays.stream(losses).boxed().toList());
    }

    private static ParameterPart charges(long version, int day, int productId) {
        return part(
                version,
                day,
                new MarginCharges(productId, 0, List.of(new Tier(1, MONTH, MONTH + 2)), List.of(), List.of()));
    }

    private static MarginCharges calendar(long rate) {
        return calendar(rate, 1);
    }

    private static MarginCharges calendar(long rate, long ratio) {
        CalendarSpread spread = new CalendarSpread(
                1,
                List.of(new CalendarSpread.Leg(1, SpreadSide.A, ratio), new CalendarSpread.Leg(2, SpreadSide.B, 1)),
                rate);
        List<Tier> tiers = List.of(new Tier(1, MONTH, MONTH), new Tier(2, MONTH + 1, MONTH + 5));
        return new MarginCharges(1, 0, tiers, List.of(spread), List.of());
    }

    private static ParameterPart part(long version, int day, MarginCharges charges) {
        return new ParameterPart(
                version, TestVenue.MARKET, day, List.of(), Optional.of(charges), Optional.empty(), List.of());
    }
}
