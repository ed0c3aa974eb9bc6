package org.calx.margin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.calx.model.MarginPolicy;
import org.calx.model.OptionType;
import org.calx.model.PolicyKind;
import org.calx.model.ShortOptionMethod;
import org.calx.model.Side;
import org.junit.jupiter.api.Test;

/**
 * Orders of which one cancels the other, beside others, in futures and options: what is required is exactly the worst over every
 * combination of fills in which never both fill, it is less than for both, and no fill, which takes the other away, raises it.
 */
class EveryFillPairsTest {
    private static final int ROUNDS = 2_000;

    private final long seed = Long.getLong("calx.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private ProductCharges charges;
    private long worst;
    private int cheaper;
    private long fills;

    @Test
    void thePairCountsAsItsDearerOrderInEveryScenario() {
        for (int round = 0; round < ROUNDS; round++) {
            List<MonthExposure> held = book(random.nextInt(3));
            String where = "seed %d, round %d: %s".formatted(seed, round, held);
            long requirement = requirement(held);
            worst = Long.MIN_VALUE;
            fill(held, 0, 0);
            assertThat(requirement).as(where).isEqualTo(worst);
            List<MonthExposure> apart = held.stream()
                    .map(month -> with(month, month.positionLots(), month.orders(), List.of()))
                    .toList();
            assertThat(requirement).as("less than for both, %s", where).isLessThanOrEqualTo(requirement(apart));
            cheaper += requirement < requirement(apart) ? 1 : 0;
            oneFill(held, requirement, where);
        }
        System.out.printf(
                "pairs over every fill: %d of %d books cheaper, %d fills (seed %d)%n", cheaper, ROUNDS, fills, seed);
        assertThat(cheaper)
                .as("a price that hurts the one mostly helps the other, so both together are seldom dearer")
                .isGreaterThan(ROUNDS / 100);
        assertThat(fills).isGreaterThan(ROUNDS);
    }

    private long requirement(List<MonthExposure> months) {
        return PortfolioMargin.of(months, charges).requirementMicros();
    }

    /** Two contracts, each with a pair and perhaps a third order; by a percentage, a grid, or scanned. */
    private List<MonthExposure> book(int kind) {
        PolicyKind policy = PolicyKind.of(kind);
        int scenarios = policy == PolicyKind.GRID ? 5 : MarginPolicy.SPAN_SCENARIOS;
        charges = new ProductCharges(
                0,
                0,
                0,
                SpreadCharges.NONE,
                new MarginPolicy(
                        1,
                        policy,
                        0,
                        ShortOptionMethod.SUM,
                        scenarios,
                        1_000,
                        random.nextBoolean(),
                        15_000,
                        List.of()));
        List<MonthExposure> held = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            boolean isOption = policy != PolicyKind.PERCENT && random.nextBoolean();
            long value = isOption ? random.nextInt(100) : 0;
            long[] array = new long[policy == PolicyKind.PERCENT ? 1 : scenarios];
            java.util.Arrays.setAll(
                    array,
                    s -> policy == PolicyKind.PERCENT ? 50 + random.nextInt(50) : random.nextInt(201) - 100 - value);
            OpenOrder buy = order(Side.BUY, isOption);
            OpenOrder sell = order(Side.SELL, isOption);
            List<OpenOrder> orders = new ArrayList<>(List.of(buy, sell));
            if (random.nextBoolean()) {
                orders.add(order(Side.of(random.nextInt(2)), isOption));
            }
            OptionValue option = isOption ? new OptionValue(OptionType.CALL, value) : null;
            held.add(new MonthExposure(
                    i, random.nextInt(5) - 2, array, orders, option, false, List.of(new OrderPair(buy, sell))));
        }
        return held;
    }

    private OpenOrder order(Side side, boolean isOption) {
        long atOnce = isOption ? side.sign() * (1L + random.nextInt(120)) : random.nextInt(100) - 50;
        return new OpenOrder(side, 1 + random.nextInt(3), atOnce);
    }

    /** Goes through every combination: of the pair the buy in any part, or the sell in any part; then the third order. */
    private void fill(List<MonthExposure> held, int i, long lost) {
        if (i == held.size()) {
            List<MonthExposure> flat = held.stream()
                    .map(month -> with(month, month.positionLots(), List.of(), List.of()))
                    .toList();
            worst = Math.max(worst, lost + requirement(flat));
            return;
        }
        MonthExposure month = held.get(i);
        OpenOrder third = month.orders().size() > 2 ? month.orders().get(2) : new OpenOrder(Side.BUY, 0, 0);
        for (long lots = -month.orders().get(1).lots();
                lots <= month.orders().get(0).lots();
                lots++) {
            OpenOrder filled = month.orders().get(lots < 0 ? 1 : 0);
            for (long more = 0; more <= third.lots(); more++) {
                List<MonthExposure> after = new ArrayList<>(held);
                long position = month.positionLots() + lots + third.side().sign() * more;
                after.set(i, with(month, position, List.of(), List.of()));
                long loss = Math.abs(lots) * filled.lossAtOnceMicros() + more * third.lossAtOnceMicros();
                fill(after, i + 1, lost + loss);
            }
        }
    }

    private void oneFill(List<MonthExposure> held, long before, String where) {
        for (int i = 0; i < held.size(); i++) {
            MonthExposure month = held.get(i);
            for (int k = 0; k < 2; k++) {
                OpenOrder order = month.orders().get(k);
                for (long lots = 1; lots <= order.lots(); lots++) {
                    List<OpenOrder> left = new ArrayList<>(month.orders());
                    left.set(k, new OpenOrder(order.side(), order.lots() - lots, order.lossAtOnceMicros()));
                    left.remove(1 - k);
                    List<MonthExposure> after = new ArrayList<>(held);
                    after.set(i, with(month, month.positionLots() + order.side().sign() * lots, left, List.of()));
                    assertThat(requirement(after) + lots * order.lossAtOnceMicros())
                            .as("after %d lots of %s, %s", lots, order, where)
                            .isLessThanOrEqualTo(before);
                    fills++;
                }
            }
        }
    }

    private static MonthExposure with(
            MonthExposure month, long positionLots, List<OpenOrder> orders, List<OrderPair> pairs) {
        return new MonthExposure(
                month.month(), positionLots, month.lossMicrosPerLot(), orders, month.option(), month.excluded(), pairs);
    }
}
