package org.calx.margin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.calx.margin.portfolio.ContractKind;
import org.calx.margin.portfolio.GridProduct;
import org.calx.margin.portfolio.LargerSide;
import org.calx.margin.portfolio.MarginContract;
import org.calx.margin.portfolio.MarginKernel;
import org.calx.margin.portfolio.MarginParameters;
import org.calx.margin.portfolio.PercentProduct;
import org.calx.model.MarginPolicy;
import org.calx.model.OptionType;
import org.calx.model.PolicyKind;
import org.calx.model.ShortOptionMethod;
import org.calx.model.Side;
import org.junit.jupiter.api.Test;

/**
 * Products margined by a percentage, or by a grid of any number of scenarios: without orders the kernel's requirement; with orders
 * exactly the worst of it and of what fills lose, over every combination of fills; and no fill raises it.
 */
class EveryFillPolicyTest {
    private static final int ROUNDS = 2_000;
    private static final int LOCKED_BPS = 15_000;

    private final long seed = Long.getLong("calx.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private ProductCharges charges;
    private MarginKernel kernel;
    private List<MonthExposure> held;
    private long worst;
    private int largerSides;
    private int excludedBooks;
    private long fills;

    @Test
    void byAPercentage() {
        for (int round = 0; round < ROUNDS; round++) {
            percentBook();
            check(round);
        }
        assertThat(largerSides).isGreaterThan(ROUNDS / 4);
        assertThat(excludedBooks).isGreaterThan(ROUNDS / 4);
        System.out.printf(
                "percentage over every fill: %d books exact, %d single fills (seed %d)%n", ROUNDS, fills, seed);
    }

    @Test
    void byAGrid() {
        for (int round = 0; round < ROUNDS; round++) {
            gridBook();
            check(round);
        }
        System.out.printf("grid over every fill: %d books exact, %d single fills (seed %d)%n", ROUNDS, fills, seed);
    }

    /** The worked example of the specification, where the kernel requires 10,530,001. */
    @Test
    void theLargerSideOfTheSpecification() {
        MarginPolicy policy = new MarginPolicy(
                1,
                PolicyKind.PERCENT,
                0,
                ShortOptionMethod.SUM,
                MarginPolicy.SPAN_SCENARIOS,
                1_000,
                true,
                LOCKED_BPS,
                List.of(new MarginPolicy.Contract(2, 0, true, false)));
        charges = new ProductCharges(0, 0, 0, SpreadCharges.NONE, policy);
        List<MonthExposure> months = List.of(
                new MonthExposure(0, 3, new long[] {policy.percentMicros(1, 35_000_000)}, List.of()),
                new MonthExposure(1, -2, new long[] {policy.percentMicros(2, 35_100_001)}, List.of()));
        assertThat(PortfolioMargin.of(months, charges).requirementMicros())
                .as("each lot's margin is rounded up, the kernel rounds the side")
                .isEqualTo(10_530_002L);
    }

    private void check(int round) {
        String where = "seed %d, round %d: %s".formatted(seed, round, held);
        List<MonthExposure> flat = held.stream()
                .map(month -> with(month, month.positionLots(), List.of()))
                .toList();
        assertThat(PortfolioMargin.of(flat, charges).requirementMicros())
                .as("without orders, %s", where)
                .isEqualTo(kernelRequirement(flat));
        long requirement = PortfolioMargin.of(held, charges).requirementMicros();
        worst = Long.MIN_VALUE;
        fill(held, 0, 0, 0);
        assertThat(requirement).as(where).isEqualTo(worst);
        oneFill(requirement, where);
    }

    private void percentBook() {
        boolean largerSide = random.nextInt(4) > 0;
        charges = new ProductCharges(
                0,
                0,
                0,
                SpreadCharges.NONE,
                new MarginPolicy(
                        1,
                        PolicyKind.PERCENT,
                        0,
                        ShortOptionMethod.SUM,
                        MarginPolicy.SPAN_SCENARIOS,
                        1_000,
                        largerSide,
                        LOCKED_BPS,
                        List.of()));
        held = new ArrayList<>();
        List<PercentProduct.Contract> contracts = new ArrayList<>();
        boolean anyExcluded = false;
        for (int i = 0; i < 3; i++) {
            long margin = 20 + random.nextInt(100);
            boolean excluded = random.nextInt(4) == 0;
            anyExcluded |= excluded;
            contracts.add(
                    new PercentProduct.Contract(Integer.toString(i), margin, MarginKernel.SCALE, false, excluded));
            held.add(new MonthExposure(i, random.nextInt(7) - 3, new long[] {margin}, orders(0), null, excluded));
        }
        largerSides += largerSide ? 1 : 0;
        excludedBooks += anyExcluded ? 1 : 0;
        kernel = new MarginKernel(new MarginParameters(
                "USD",
                MarginKernel.SCALE,
                List.of(new PercentProduct(
                        "1", largerSide ? LargerSide.PRODUCT : LargerSide.NONE, LOCKED_BPS, contracts)),
                List.of(),
                List.of()));
    }

    private void gridBook() {
        int scenarios = 1 + random.nextInt(30);
        charges = new ProductCharges(
                0,
                0,
                0,
                SpreadCharges.NONE,
                new MarginPolicy(
                        1, PolicyKind.GRID, 0, ShortOptionMethod.SUM, scenarios, 1_000, false, LOCKED_BPS, List.of()));
        held = new ArrayList<>();
        List<MarginContract> contracts = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            int kind = random.nextInt(3);
            long value = kind == 0 ? 0 : random.nextInt(100);
            long[] array = new long[scenarios];
            java.util.Arrays.setAll(array, s -> random.nextInt(301) - 150);
            long[] effective = array.clone();
            OptionValue.takeOff(effective, 0, value, scenarios);
            contracts.add(new MarginContract(Integer.toString(i), i, ContractKind.values()[kind], array, 0, value));
            OptionValue option = kind == 0 ? null : new OptionValue(OptionType.of(kind - 1), value);
            held.add(new MonthExposure(i, random.nextInt(7) - 3, effective, orders(value), option, false));
        }
        kernel = new MarginKernel(new MarginParameters(
                "USD",
                MarginKernel.SCALE,
                List.of(new GridProduct("1", scenarios, 0, contracts)),
                List.of(),
                List.of()));
    }

    private List<OpenOrder> orders(long value) {
        List<OpenOrder> orders = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            Side side = Side.of(random.nextInt(2));
            long atOnce = value == 0 ? random.nextInt(120) - 60 : side.sign() * (1L + random.nextInt(150));
            orders.add(new OpenOrder(side, 1 + random.nextInt(2), atOnce));
        }
        return orders;
    }

    private long kernelRequirement(List<MonthExposure> months) {
        kernel.clear();
        for (int i = 0; i < months.size(); i++) {
            kernel.set(0, i, months.get(i).positionLots());
        }
        return kernel.compute();
    }

    private void fill(List<MonthExposure> months, int i, int order, long lost) {
        if (i == months.size()) {
            worst = Math.max(worst, lost + kernelRequirement(months));
            return;
        }
        List<OpenOrder> orders = months.get(i).orders();
        if (order == orders.size()) {
            fill(months, i + 1, 0, lost);
            return;
        }
        OpenOrder next = orders.get(order);
        for (long lots = 0; lots <= next.lots(); lots++) {
            List<MonthExposure> after = new ArrayList<>(months);
            long signed = next.side().sign() * lots;
            after.set(i, with(months.get(i), months.get(i).positionLots() + signed, orders));
            fill(after, i, order + 1, lost + lots * next.lossAtOnceMicros());
        }
    }

    private void oneFill(long before, String where) {
        for (int i = 0; i < held.size(); i++) {
            List<OpenOrder> orders = held.get(i).orders();
            for (int k = 0; k < orders.size(); k++) {
                OpenOrder order = orders.get(k);
                for (long lots = 1; lots <= order.lots(); lots++) {
                    List<OpenOrder> left = new ArrayList<>(orders);
                    left.set(k, new OpenOrder(order.side(), order.lots() - lots, order.lossAtOnceMicros()));
                    List<MonthExposure> after = new ArrayList<>(held);
                    long signed = order.side().sign() * lots;
                    after.set(i, with(held.get(i), held.get(i).positionLots() + signed, left));
                    assertThat(PortfolioMargin.of(after, charges).requirementMicros() + lots * order.lossAtOnceMicros())
                            .as("after %d lots of %s, %s", lots, order, where)
                            .isLessThanOrEqualTo(before);
                    fills++;
                }
            }
        }
    }

    private static MonthExposure with(MonthExposure month, long positionLots, List<OpenOrder> orders) {
        return new MonthExposure(
                month.month(), positionLots, month.lossMicrosPerLot(), orders, month.option(), month.excluded());
    }
}
