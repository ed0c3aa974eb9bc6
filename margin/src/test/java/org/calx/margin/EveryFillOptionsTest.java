package org.calx.margin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.calx.margin.portfolio.ContractKind;
import org.calx.margin.portfolio.FloorOrder;
import org.calx.margin.portfolio.MarginContract;
import org.calx.margin.portfolio.MarginKernel;
import org.calx.margin.portfolio.MarginParameters;
import org.calx.margin.portfolio.SpanProduct;
import org.calx.margin.portfolio.WeightedPriceRisk;
import org.calx.model.MarginPolicy;
import org.calx.model.OptionType;
import org.calx.model.ShortOptionMethod;
import org.calx.model.Side;
import org.junit.jupiter.api.Test;

/**
 * Futures and options of one product: without orders the kernel's requirement, net option value and short-option minimum
 * included; with orders the worst of it and of the premiums over every combination of fills, and no fill raises it.
 */
class EveryFillOptionsTest {
    private static final int ROUNDS = 2_000;

    private final long seed = Long.getLong("calx.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final List<long[]> published = new ArrayList<>();
    private MarginPolicy policy;
    private ProductCharges charges;
    private MarginKernel kernel;
    private long worst;
    private int exact;
    private int minimums;
    private int atZero;
    private long fills;

    @Test
    void withoutOrdersItIsTheKernels() {
        for (int round = 0; round < ROUNDS; round++) {
            List<MonthExposure> held = book(0);
            ProductMargin margin = PortfolioMargin.of(held, charges);
            assertThat(margin.requirementMicros())
                    .as("seed %d, round %d: %s", seed, round, held)
                    .isEqualTo(kernelRequirement(held));
            var result = kernel.result(0);
            assertThat(margin.shortOptionMicros()).isEqualTo(result.shortOptionMinimum());
            minimums += result.shortOptionMinimum() > result.scanRisk() ? 1 : 0;
            atZero += result.requirement() == 0 ? 1 : 0;
        }
        assertThat(minimums).as("books where the minimum counts").isGreaterThan(ROUNDS / 50);
        assertThat(atZero).as("books whose option value covers all").isGreaterThan(ROUNDS / 50);
    }

    @Test
    void withOrdersItCoversEveryFillAndNoFillRaisesIt() {
        int without = 0;
        for (int round = 0; round < ROUNDS; round++) {
            List<MonthExposure> held = book(2);
            String where = "seed %d, round %d: %s".formatted(seed, round, held);
            long requirement = PortfolioMargin.of(held, charges).requirementMicros();
            worst = Long.MIN_VALUE;
            fill(held, 0, 0, 0);
            if (policy.shortOptionMinimumMicros() == 0) {
                assertThat(requirement).as(where).isEqualTo(worst);
                without++;
            }
            assertThat(requirement).as(where).isGreaterThanOrEqualTo(worst);
            exact += requirement == worst ? 1 : 0;
            oneFill(held, requirement, where);
        }
        System.out.printf(
                "options over every fill: %d of %d books exact, %d of them by proof, %d single fills (seed %d)%n",
                exact, ROUNDS, without, fills, seed);
        assertThat(without).isGreaterThan(ROUNDS / 4);
        assertThat(exact).isGreaterThan(ROUNDS / 2);
    }

    private List<MonthExposure> book(int mostOrders) {
        policy = MarginPolicy.span(
                1, random.nextBoolean() ? 0 : random.nextInt(300), ShortOptionMethod.of(random.nextInt(2)));
        charges = new ProductCharges(0, 0, 0, SpreadCharges.NONE, policy);
        published.clear();
        List<MonthExposure> held = new ArrayList<>();
        List<MarginContract> contracts = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            int kind = random.nextInt(3);
            long value = kind == 0 ? 0 : random.nextInt(120);
            long[] array = kind == 0 ? ScenarioArray.ofFuture(50 + random.nextInt(100)) : optionArray(value);
            published.add(array.clone());
            contracts.add(new MarginContract(Integer.toString(i), i, ContractKind.values()[kind], array, 5_000, value));
            OptionValue option = kind == 0 ? null : new OptionValue(OptionType.of(kind - 1), value);
            long[] effective = array.clone();
            OptionValue.takeOff(effective, 0, value);
            held.add(new MonthExposure(
                    i,
                    random.nextInt(7) - 3,
                    effective,
                    orders(mostOrders, kind == 0 ? -60 : -value, value),
                    option,
                    false));
        }
        kernel = new MarginKernel(new MarginParameters(
                "USD",
                MarginKernel.SCALE,
                List.of(new SpanProduct(
                        "1",
                        random.nextBoolean() ? FloorOrder.CME : FloorOrder.KDPW,
                        policy.shortOptionMinimumMicros(),
                        policy.shortOptionMethod(),
                        WeightedPriceRisk.UNCAPPED,
                        0,
                        contracts,
                        List.of(),
                        List.of(),
                        List.of())),
                List.of(),
                List.of()));
        return held;
    }

    /** A long option never loses more than it is worth. */
    private long[] optionArray(long value) {
        long[] losses = new long[ScenarioArray.SCENARIOS];
        for (int s = 0; s < losses.length; s++) {
            losses[s] = value - random.nextInt(200);
        }
        return losses;
    }

    /** Orders that lose so much at once, at least, and up to 120 more; a premium is paid by a buyer alone. */
    private List<OpenOrder> orders(int most, long least, long value) {
        List<OpenOrder> orders = new ArrayList<>();
        for (int i = most == 0 ? 0 : random.nextInt(most + 1); i > 0; i--) {
            Side side = Side.of(random.nextInt(2));
            long premium = value == 0 ? least + random.nextInt(120) : side.sign() * (1 + random.nextInt(160));
            orders.add(new OpenOrder(side, 1 + random.nextInt(2), premium + random.nextInt(3)));
        }
        return orders;
    }

    private long kernelRequirement(List<MonthExposure> held) {
        kernel.clear();
        for (int i = 0; i < held.size(); i++) {
            kernel.set(0, i, held.get(i).positionLots());
        }
        return kernel.compute();
    }

    private void fill(List<MonthExposure> held, int i, int order, long lost) {
        if (i == held.size()) {
            worst = Math.max(worst, lost + kernelRequirement(held));
            return;
        }
        List<OpenOrder> orders = held.get(i).orders();
        if (order == orders.size()) {
            fill(held, i + 1, 0, lost);
            return;
        }
        OpenOrder next = orders.get(order);
        for (long lots = 0; lots <= next.lots(); lots++) {
            List<MonthExposure> after = with(held, i, next.side().sign() * lots, orders);
            fill(after, i, order + 1, lost + lots * next.lossAtOnceMicros());
        }
    }

    private void oneFill(List<MonthExposure> held, long before, String where) {
        for (int i = 0; i < held.size(); i++) {
            List<OpenOrder> orders = held.get(i).orders();
            for (int k = 0; k < orders.size(); k++) {
                OpenOrder order = orders.get(k);
                for (long lots = 1; lots <= order.lots(); lots++) {
                    List<OpenOrder> left = new ArrayList<>(orders);
                    left.set(k, new OpenOrder(order.side(), order.lots() - lots, order.lossAtOnceMicros()));
                    List<MonthExposure> after = with(held, i, order.side().sign() * lots, left);
                    assertThat(PortfolioMargin.of(after, charges).requirementMicros() + lots * order.lossAtOnceMicros())
                            .as("after %d lots of %s, %s", lots, order, where)
                            .isLessThanOrEqualTo(before);
                    fills++;
                }
            }
        }
    }

    private static List<MonthExposure> with(List<MonthExposure> held, int i, long signed, List<OpenOrder> orders) {
        List<MonthExposure> after = new ArrayList<>(held);
        MonthExposure old = held.get(i);
        after.set(
                i,
                new MonthExposure(
                        old.month(), old.positionLots() + signed, old.lossMicrosPerLot(), orders, old.option(), false));
        return after;
    }
}
