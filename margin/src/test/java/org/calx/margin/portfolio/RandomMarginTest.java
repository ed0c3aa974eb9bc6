package org.calx.margin.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The kernel against {@link ExactMargin} on random parameters and portfolios, every component. */
class RandomMarginTest {
    private static final int PORTFOLIOS = 10_000;
    private static final int LEAST_OFTEN = 100;

    private final Map<String, Integer> reached = new TreeMap<>();

    @Test
    void everyComponentIsThatOfTheExactModel() {
        long seed = Long.getLong("calx.seed", System.nanoTime());
        System.out.println("RandomMarginTest seed " + seed + " (repeat with -Dcalx.seed)");
        RandomParameters random = new RandomParameters(new Random(seed));
        for (int i = 0; i < PORTFOLIOS; i++) {
            MarginParameters parameters = random.parameters();
            compare(parameters, random.portfolio(parameters));
        }
        assertThat(reached.keySet())
                .containsExactlyInAnyOrder(
                        "scan", "extreme", "calendar", "delivery", "credit", "capped", "minimum", "value", "floor");
        assertThat(reached.values()).allMatch(times -> times >= LEAST_OFTEN, "at least " + LEAST_OFTEN);
    }

    private void compare(MarginParameters parameters, Map<String, Long> portfolio) {
        MarginKernel kernel = new MarginKernel(parameters);
        portfolio.forEach(kernel::add);
        ExactMargin exact = new ExactMargin(parameters, portfolio);
        long requirement = kernel.compute();
        for (int i = 0; i < parameters.products().size(); i++) {
            SpanProduct product = (SpanProduct) parameters.products().get(i);
            ExactMargin.Components expected = exact.components(product);
            assertThat(components(kernel.result(i)))
                    .as(() -> parameters + " " + portfolio)
                    .isEqualTo(expected);
            note(product, expected, exact);
        }
        assertThat(requirement).isEqualTo(exact.requirement());
        String changed = parameters.products().getFirst().contractIds().getFirst();
        kernel.add(changed, 3);
        MarginKernel fresh = new MarginKernel(parameters);
        portfolio.forEach(fresh::add);
        fresh.add(changed, 3);
        assertThat(kernel.compute())
                .as(() -> "again with 3 more of " + changed + ": " + parameters + " " + portfolio)
                .isEqualTo(fresh.compute());
    }

    private static ExactMargin.Components components(ProductRequirement result) {
        return new ExactMargin.Components(
                result.scanRisk(),
                result.activeScenario(),
                result.calendarCharge(),
                result.deliveryCharge(),
                result.interCommodityCredit(),
                result.shortOptionMinimum(),
                result.netOptionValue(),
                result.requirement());
    }

    private void note(SpanProduct product, ExactMargin.Components found, ExactMargin exact) {
        long charges = found.scanRisk() + found.calendarCharge() + found.deliveryCharge();
        note("scan", found.scanRisk() > 0);
        note("extreme", found.activeScenario() > 14);
        note("calendar", found.calendarCharge() > 0);
        note("delivery", found.deliveryCharge() > 0);
        note("credit", found.interCommodityCredit() > 0);
        note(
                "capped",
                found.interCommodityCredit() > 0
                        && product.weightedPriceRisk() == WeightedPriceRisk.CAPPED
                        && exact.weightedPriceRisk(product).equals(Fraction.of(product.priceScanRange())));
        note("minimum", found.shortOptionMinimum() > charges - found.interCommodityCredit());
        note("value", found.netOptionValue() != 0);
        note("floor", found.requirement() == 0 && charges > 0);
    }

    private void note(String what, boolean happened) {
        if (happened) {
            reached.merge(what, 1, Integer::sum);
        }
    }
}
