package org.calx.core.clearing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.calx.core.clearing.ClearingRig.USD;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.calx.core.clearing.ClearingRig.Order;
import org.calx.margin.ScenarioArray;
import org.calx.model.AccountRating;
import org.calx.model.AccountRisk;
import org.calx.model.Currency;
import org.calx.model.InstrumentArray;
import org.calx.model.MarginPolicy;
import org.calx.model.ParameterSet;
import org.calx.model.PolicyKind;
import org.calx.model.Rating;
import org.calx.model.RejectReason;
import org.calx.model.RiskRules;
import org.calx.model.ShortOptionMethod;
import org.calx.model.Side;
import org.calx.model.VolatilityState;
import org.junit.jupiter.api.Test;

/**
 * Random orders, fills, cancellations, prices, arrays, parameters, risk rules, ratings and settlements: after each, everything that is kept
 * incrementally equals what is counted from scratch; and no fill ever takes from an account's free equity.
 */
class RandomClearingTest {
    private static final int STEPS = 4_000;
    private static final int RUNS = 6;

    /** Positions and orders counted anew in one command: so few that most changes leave accounts behind. */
    private static final int FEW = 5;

    /** The other side of all fills: never short of money, its own reserve irrelevant. */
    private static final int STREET = ClearingRig.ACCOUNTS;

    private ClearingRig rig;
    private Random random;
    private String where;
    private int businessDay;
    private long nowNs;
    private int accepted;
    private int refused;
    private int fills;
    private int fillsUnderWater;
    private int tightFills;
    private int settlements;
    private int chargedFills;
    private int creditedFills;
    private int fillsBehind;
    private int stepsBehind;
    private int optionFills;
    private int policyFills;
    private boolean withPolicies;
    private int instruments;

    @Test
    void whatIsKeptEqualsWhatIsCountedAndFillsNeverCostFreeEquity() {
        long first = Long.getLong("calx.seed", System.nanoTime());
        System.out.println("RandomClearingTest seed " + first + " (repeat with -Dcalx.seed)");
        for (int i = 0; i < RUNS; i++) {
            withPolicies = i == 3;
            run(first + i, i % 2 == 0 ? Backlog.STEP : FEW, (i + 1) / 2 % 2 == 1);
        }
        System.out.printf(
                "random clearing: %d orders accepted, %d refused, %d fills (%d under water, %d tight), %d"
                        + " settlements%n",
                accepted, refused, fills, fillsUnderWater, tightFills, settlements);
        System.out.printf(
                "fills with calendar or delivery charges %d, with credits %d, with neither by tiers %d%n",
                chargedFills, creditedFills, fills - chargedFills - creditedFills);
        assertThat(policyFills)
                .as("fills in products with a percentage or a grid")
                .isGreaterThan(50);
        System.out.printf("fills of accounts behind %d, steps of re-evaluation %d%n", fillsBehind, stepsBehind);
        assertThat(fillsBehind).isGreaterThan(100);
        assertThat(stepsBehind).isGreaterThan(200);
        assertThat(optionFills).isGreaterThan(200);
        assertThat(chargedFills).isGreaterThan(500);
        assertThat(creditedFills).isGreaterThan(20);
        assertThat(accepted).isGreaterThan(1_000);
        assertThat(refused).isGreaterThan(200);
        assertThat(fills).isGreaterThan(1_000);
        assertThat(fillsUnderWater).isGreaterThan(20);
        assertThat(tightFills)
                .as("fills at which free equity stays the same to the micro")
                .isGreaterThan(20);
        assertThat(settlements).isGreaterThan(50);
    }

    private void run(long seed, int step, boolean withOptions) {
        rig = ClearingRig.listed(step).fund(ClearingRig.ACCOUNTS - 1, 60_000);
        rig.accounts.open(STREET, "street");
        random = new Random(seed);
        instruments = withOptions ? ClearingRig.PUT : ClearingRig.CALL - 1;
        if (withOptions) {
            rig.listOptions();
        }
        if (withPolicies) {
            setPolicies();
        }
        ClearingRig.accept(rig.clearing.deposit(STREET, Currency.USD, 1_000_000_000 * USD));
        ClearingRig.accept(rig.clearing.deposit(STREET, Currency.EUR, 1_000_000_000 * USD));
        businessDay = ClearingRig.FIRST_DAY;
        nowNs = 0;
        for (int i = 0; i < STEPS; i++) {
            where = "seed %d, %d in a step, step %d".formatted(seed, step, i);
            nowNs += random.nextInt(300);
            step(random.nextInt(100));
            end();
            if (rig.clearing.backlog().isAny() && random.nextInt(4) == 0) {
                stepsBehind++;
                rig.clearing.backlog().step();
                end();
            }
            if (i % 100 == 99) {
                checkSnapshot();
            }
        }
    }

    /** A grid of 7 scenarios for product 2, a percentage for product 3. */
    private void setPolicies() {
        ClearingRig.accept(rig.clearing.rules().setMarginPolicy(policy(2)));
        ClearingRig.accept(rig.clearing.rules().setMarginPolicy(policy(3)));
        for (int id = 4; id <= 5; id++) {
            ClearingRig.accept(rig.clearing.setRiskArray(id, 1, randomArray(id)));
        }
    }

    private MarginPolicy policy(int product) {
        boolean grid = product == 2;
        return new MarginPolicy(
                product,
                grid ? PolicyKind.GRID : PolicyKind.PERCENT,
                0,
                ShortOptionMethod.SUM,
                grid ? 7 : MarginPolicy.SPAN_SCENARIOS,
                500 + random.nextInt(2_000),
                random.nextBoolean(),
                15_000,
                grid
                        ? List.of()
                        : List.of(new MarginPolicy.Contract(6, 0, random.nextBoolean(), random.nextBoolean())));
    }

    private void end() {
        rig.clearing.endCommand();
        rig.clearing.audit();
        checkTold();
    }

    private void step(int dice) {
        if (dice < 45) {
            submit();
        } else if (dice < 75) {
            fill();
        } else if (dice < 85) {
            cancel();
        } else if (dice < 92) {
            mark();
        } else if (dice < 95) {
            int id = 1 + random.nextInt(withPolicies ? 5 : instruments);
            long version = rig.instruments.riskArrays().version(id) + 1;
            ClearingRig.accept(rig.clearing.setRiskArray(id, version, randomArray(id)));
        } else if (dice < 97) {
            int product = 1 + random.nextInt(3);
            long maker = random.nextInt(2_000_000) - 500_000;
            ClearingRig.accept(
                    rig.clearing.rules().setParameters(ClearingRig.parameters(product, maker, Math.abs(maker) + 1)));
        } else if (dice < 98) {
            changeRules();
        } else if (dice < 99) {
            changeRatings();
        } else {
            settle();
        }
    }

    /** One account's, or by a set that of several and new arrays of everything. */
    private void changeRatings() {
        int account = 1 + random.nextInt(ClearingRig.ACCOUNTS - 1);
        Rating rating = Rating.of(random.nextInt(Rating.count()));
        if (random.nextBoolean()) {
            ClearingRig.accept(rig.clearing
                    .rules()
                    .setAccountRisk(new AccountRisk(account, rating, random.nextBoolean(), 0, 0, 0, 0)));
            return;
        }
        List<InstrumentArray> arrays = IntStream.rangeClosed(1, withPolicies ? 5 : instruments)
                .mapToObj(id -> new InstrumentArray(
                        id, Arrays.stream(randomArray(id)).boxed().toList()))
                .toList();
        List<AccountRating> ratings = IntStream.range(account, ClearingRig.ACCOUNTS)
                .mapToObj(id -> new AccountRating(id, rating))
                .toList();
        rig.clearing.rules().setTogether(new ParameterSet(1, 1, 1, arrays, List.of(), Optional.empty(), ratings));
    }

    private void changeRules() {
        RandomSpreads spreads = new RandomSpreads(random);
        if (withPolicies) {
            ClearingRig.accept(rig.clearing.rules().setMarginPolicy(policy(2 + random.nextInt(2))));
            ClearingRig.accept(rig.clearing.rules().setRiskRules(randomRules()));
            return;
        }
        switch (random.nextInt(5)) {
            case 4 ->
                ClearingRig.accept(rig.clearing
                        .rules()
                        .setMarginPolicy(MarginPolicy.span(
                                1, random.nextInt(300) * USD, ShortOptionMethod.of(random.nextInt(2)))));
            case 0 -> ClearingRig.accept(rig.clearing.rules().setCommoditySpreads(spreads.spreads()));
            case 1, 2 ->
                ClearingRig.accept(rig.clearing.rules().setMarginCharges(spreads.charges(1 + random.nextInt(3))));
            default -> ClearingRig.accept(rig.clearing.rules().setRiskRules(randomRules()));
        }
    }

    private void submit() {
        int instrument = 1 + random.nextInt(instruments);
        long valuation = rig.instruments.prices().valuationMicros(instrument) / 10_000;
        Order order = new Order(
                1 + random.nextInt(ClearingRig.ACCOUNTS - 1),
                instrument,
                Side.of(random.nextInt(2)),
                Math.max(1, valuation + random.nextInt(41) - 20),
                1 + random.nextInt(60));
        RejectReason reason = rig.check(order);
        long added = rig.clearing.addedRequirementMicros(
                order.accountId(), instrument, order.side(), order.priceTicks(), order.lots());
        Currency currency = rig.clearing.currency(instrument);
        long before = rig.clearing.requirementMicros(order.accountId(), currency);
        if (reason == RejectReason.NONE) {
            rig.work(order.accountId(), instrument, order.side(), order.priceTicks(), order.lots());
            assertThat(rig.clearing.requirementMicros(order.accountId(), currency))
                    .as("what is reserved is what was asked for, %s", where)
                    .isEqualTo(before + added);
            accepted++;
        } else {
            refused++;
        }
    }

    private void fill() {
        if (rig.orders.isEmpty()) {
            return;
        }
        Order order = rig.orders.get(random.nextInt(rig.orders.size()));
        Currency currency = rig.clearing.currency(order.instrumentId());
        long lots = 1 + random.nextInt((int) order.lots());
        if (rig.clearing.backlog().isBehind(order.accountId())) {
            fillsBehind++;
            rig.fillResting(order, STREET, lots);
            return;
        }
        long freeBefore = rig.freeMicros(order.accountId(), currency);
        if (random.nextBoolean()) {
            rig.fillResting(order, STREET, lots);
        } else {
            long better = Math.min(random.nextInt(5), order.priceTicks() - 1);
            rig.fillBetter(order, STREET, order.priceTicks() - order.side().sign() * better, lots);
        }
        assertThat(rig.freeMicros(order.accountId(), currency))
                .as("free equity after a fill of %s, %s", order, where)
                .isGreaterThanOrEqualTo(freeBefore);
        fills++;
        policyFills += withPolicies && order.instrumentId() > 3 ? 1 : 0;
        optionFills += rig.instruments.isOption(order.instrumentId()) ? 1 : 0;
        int product = rig.instruments.productId(order.instrumentId());
        chargedFills += rig.clearing.requirements().chargesMicros(order.accountId(), product) > 0 ? 1 : 0;
        creditedFills += rig.clearing.requirements().creditMicros(order.accountId(), product) > 0 ? 1 : 0;
        tightFills += rig.freeMicros(order.accountId(), currency) == freeBefore ? 1 : 0;
        fillsUnderWater += freeBefore < 0 ? 1 : 0;
    }

    private void cancel() {
        if (!rig.orders.isEmpty()) {
            rig.cancel(rig.orders.get(random.nextInt(rig.orders.size())));
        }
    }

    private void mark() {
        int id = 1 + random.nextInt(instruments);
        long move = (random.nextInt(21) - 10) * 3_000L * (id == 4 || id == 5 ? 20 : 1);
        long price = rig.instruments.prices().valuationMicros(id) + move;
        rig.clearing.setMark(id, rig.instruments.isOption(id) ? Math.max(0, price) : price, nowNs);
    }

    private long[] randomArray(int id) {
        if (rig.instruments.isOption(id)) {
            long[] losses = new long[ScenarioArray.SCENARIOS];
            Arrays.setAll(losses, s -> (random.nextInt(450) - 300) * USD);
            return losses;
        }
        if (withPolicies && (id == 4 || id == 5)) {
            return random.longs(7, -6_000 * USD, 6_000 * USD).toArray();
        }
        return ScenarioArray.ofFuture((200 + random.nextInt(200)) * USD * (id == 4 || id == 5 ? 30 : 1));
    }

    private RiskRules randomRules() {
        return new RiskRules(
                1 + random.nextInt(3),
                VolatilityState.of(random.nextInt(3)),
                12_500,
                15_000,
                10_000 + random.nextInt(1_000),
                11_000,
                12_500,
                random.nextInt(400),
                2_500,
                random.nextInt(1_000) * USD,
                3_000,
                0,
                200,
                200);
    }

    private void settle() {
        businessDay++;
        rig.closeOn(businessDay);
        for (int id = 1; id <= instruments; id++) {
            ClearingRig.accept(rig.daily.check(id, businessDay));
            long[] before = new long[ClearingRig.ACCOUNTS + 1];
            Currency currency = rig.clearing.currency(id);
            for (int account = 1; account <= ClearingRig.ACCOUNTS; account++) {
                before[account] = rig.clearing.equityMicros(account, currency);
            }
            boolean fresh = rig.instruments.prices().hasFreshMark(id, nowNs, 1_000);
            rig.daily.settle(id, businessDay, Long.MIN_VALUE, Long.MAX_VALUE, nowNs);
            for (int account = 1; fresh && account <= ClearingRig.ACCOUNTS; account++) {
                assertThat(rig.clearing.equityMicros(account, currency))
                        .as("settlement moves equity of account %d, %s", account, where)
                        .isEqualTo(before[account]);
            }
            settlements++;
        }
    }

    private void checkTold() {
        List<String> events = rig.recorded.take();
        for (String event : events) {
            String[] words = event.split(" ");
            if (words[0].equals("requirementChanged") && !rig.clearing.backlog().isBehind(Integer.parseInt(words[1]))) {
                long required = rig.clearing.requirementMicros(Integer.parseInt(words[1]), Currency.valueOf(words[2]));
                assertThat(words[3]).as(where).isEqualTo(Long.toString(required));
            }
        }
    }

    private static List<String> stepAndTake(ClearingRig house) {
        house.recorded.take();
        house.clearing.backlog().step();
        house.clearing.endCommand();
        return house.recorded.take();
    }

    private void checkSnapshot() {
        ClearingRig copy = rig.copy();
        copy.clearing.audit();
        SnapshotTape first = new SnapshotTape();
        SnapshotTape second = new SnapshotTape();
        rig.writeTo(first);
        copy.writeTo(second);
        assertThat(second.values()).as(where).isEqualTo(first.values());
        while (rig.clearing.backlog().isAny()) {
            assertThat(stepAndTake(copy))
                    .as("steps go on as they were, %s", where)
                    .isEqualTo(stepAndTake(rig));
        }
        for (int account = 1; account <= ClearingRig.ACCOUNTS; account++) {
            for (Currency currency : Currency.values()) {
                assertThat(copy.freeMicros(account, currency)).as(where).isEqualTo(rig.freeMicros(account, currency));
            }
        }
        copy.recorded.take();
        copy.clearing.endCommand();
        assertThat(copy.recorded.take())
                .as("a restored house tells nothing anew, %s", where)
                .isEmpty();
    }
}
