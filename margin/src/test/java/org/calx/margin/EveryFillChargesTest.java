package org.calx.margin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Charges by tiers, deliveries and credits between products, with working orders: equal to the kernel where nothing can fill, a
 * bound on the kernel over every combination of fills, and never raised by a fill.
 */
class EveryFillChargesTest {
    private static final int POINTS = 4_000;
    private static final int ROUNDS = 1_500;

    private final long seed = Long.getLong("calx.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private int calendars;
    private int deliveries;
    private int credited;
    private int floored;
    private int kept;
    private long fills;
    private long tight;
    private long exact;
    private long bound;
    private long worst;
    private String where;

    @Test
    void withoutOrdersEveryComponentIsTheKernels() {
        for (int round = 0; round < POINTS; round++) {
            RandomAccount account = new RandomAccount(random, 0);
            where = "seed %d, round %d: %s".formatted(seed, round, account.products);
            long requirement = account.kernelRequirement(account.products);
            List<ProductMargin> margins = PortfolioMargin.of(account.products, account.credits);
            for (int p = 0; p < margins.size(); p++) {
                ProductMargin margin = margins.get(p);
                var kernel = account.kernel.result(p);
                assertThat(margin.scanningMicros()).as(where).isEqualTo(kernel.scanRisk());
                assertThat(margin.calendarMicros()).as(where).isEqualTo(kernel.calendarCharge());
                assertThat(margin.deliveryMicros()).as(where).isEqualTo(kernel.deliveryCharge());
                assertThat(margin.creditMicros()).as(where).isEqualTo(kernel.interCommodityCredit());
                count(margin);
            }
            assertThat(RandomAccount.requirement(account.products, account.credits))
                    .as(where)
                    .isEqualTo(requirement);
        }
        reachGuard("without orders");
    }

    @Test
    void withOrdersTheRequirementCoversEveryFillAndNoFillRaisesIt() {
        for (int round = 0; round < ROUNDS; round++) {
            RandomAccount account = new RandomAccount(random, 1 + random.nextInt(2));
            where = "seed %d, round %d: %s".formatted(seed, round, account.products);
            PortfolioMargin.of(account.products, account.credits).forEach(this::count);
            long requirement = RandomAccount.requirement(account.products, account.credits);
            worst = account.kernelRequirement(account.products);
            fill(account, account.products, 0, 0, 0, 0);
            assertThat(requirement).as(where).isGreaterThanOrEqualTo(worst);
            exact += worst;
            bound += requirement;
            tight += requirement == worst ? 1 : 0;
            oneFill(account, requirement);
        }
        System.out.printf(
                "requirement over every fill: %.2f %% above enumeration on average, %d of %d books exact, %d single fills"
                        + " (seed %d)%n",
                100.0 * (bound - exact) / exact, tight, ROUNDS, fills, seed);
        reachGuard("with orders");
        assertThat(tight).isGreaterThan(ROUNDS / 20);
    }

    private void count(ProductMargin margin) {
        calendars += margin.calendarMicros() > 0 ? 1 : 0;
        deliveries += margin.deliveryMicros() > 0 ? 1 : 0;
        credited += margin.creditMicros() > 0 ? 1 : 0;
        floored += margin.creditMicros() > 0 && margin.atOnceMicros() > 0 ? 1 : 0;
        kept++;
    }

    private void reachGuard(String what) {
        System.out.printf(
                "%s: of %d products %d with calendar spreads, %d deliveries, %d credits, %d of them with fills to come%n",
                what, kept, calendars, deliveries, credited, floored);
        assertThat(calendars).isGreaterThan(kept / 20);
        assertThat(deliveries).isGreaterThan(kept / 10);
        assertThat(credited).isGreaterThan(kept / 10);
    }

    /** Goes through every combination of fills, order by order, and takes the worst of the kernel's requirement and the loss. */
    private void fill(RandomAccount account, List<ProductExposure> held, int p, int m, int order, long lost) {
        if (p == held.size()) {
            worst = Math.max(worst, lost + account.kernelRequirement(held));
            return;
        }
        List<MonthExposure> months = held.get(p).months();
        if (m == months.size()) {
            fill(account, held, p + 1, 0, 0, lost);
            return;
        }
        if (order == months.get(m).orders().size()) {
            fill(account, held, p, m + 1, 0, lost);
            return;
        }
        OpenOrder next = months.get(m).orders().get(order);
        for (long lots = 0; lots <= next.lots(); lots++) {
            List<ProductExposure> after = withPosition(
                    held, p, m, next.side().sign() * lots, months.get(m).orders());
            fill(account, after, p, m, order + 1, lost + lots * next.lossAtOnceMicros());
        }
    }

    /** Each order fills in each part once: what is then required and what was lost are together no more than before. */
    private void oneFill(RandomAccount account, long before) {
        for (int p = 0; p < account.products.size(); p++) {
            List<MonthExposure> months = account.products.get(p).months();
            for (int m = 0; m < months.size(); m++) {
                for (int i = 0; i < months.get(m).orders().size(); i++) {
                    OpenOrder order = months.get(m).orders().get(i);
                    for (long lots = 1; lots <= order.lots(); lots++) {
                        List<OpenOrder> left = new ArrayList<>(months.get(m).orders());
                        left.set(i, new OpenOrder(order.side(), order.lots() - lots, order.lossAtOnceMicros()));
                        long signed = order.side().sign() * lots;
                        long after = RandomAccount.requirement(
                                withPosition(account.products, p, m, signed, left), account.credits);
                        assertThat(after + lots * order.lossAtOnceMicros())
                                .as("after %d lots of %s, %s", lots, order, where)
                                .isLessThanOrEqualTo(before);
                        fills++;
                    }
                }
            }
        }
    }

    private static List<ProductExposure> withPosition(
            List<ProductExposure> held, int p, int m, long signed, List<OpenOrder> orders) {
        List<ProductExposure> after = new ArrayList<>(held);
        List<MonthExposure> months = new ArrayList<>(held.get(p).months());
        MonthExposure month = months.get(m);
        months.set(
                m, new MonthExposure(month.month(), month.positionLots() + signed, month.lossMicrosPerLot(), orders));
        after.set(p, new ProductExposure(held.get(p).productId(), held.get(p).charges(), months));
        return after;
    }
}
