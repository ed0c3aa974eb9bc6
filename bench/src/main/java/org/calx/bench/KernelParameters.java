package org.calx.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.calx.margin.portfolio.ContractKind;
import org.calx.margin.portfolio.FloorOrder;
import org.calx.margin.portfolio.MarginContract;
import org.calx.margin.portfolio.MarginKernel;
import org.calx.margin.portfolio.MarginParameters;
import org.calx.margin.portfolio.ProductMargin;
import org.calx.margin.portfolio.ProductSpread;
import org.calx.margin.portfolio.SpanProduct;
import org.calx.margin.portfolio.WeightedPriceRisk;
import org.calx.model.CalendarSpread;
import org.calx.model.ShortOptionMethod;
import org.calx.model.SpreadSide;
import org.calx.model.Tier;

/** Random parameters of the portfolio kernel: products whose tiers charge and that credit each other, all contracts held. */
final class KernelParameters {
    static final int PRODUCTS = 4;
    static final int CONTRACTS = 50;
    private static final int MONTHS = 10;
    private static final int FIRST_MONTH = 2026 * 12 + 11;
    private static final int SCENARIOS = 16;

    private KernelParameters() {}

    /** A kernel with a position in each contract. */
    static MarginKernel kernel(Random random) {
        MarginKernel kernel = new MarginKernel(parameters(random));
        for (int product = 0; product < PRODUCTS; product++) {
            for (int contract = 0; contract < CONTRACTS; contract++) {
                kernel.set(product, contract, 1 + random.nextInt(50) * (random.nextBoolean() ? 1 : -1));
            }
        }
        return kernel;
    }

    private static MarginParameters parameters(Random random) {
        List<ProductMargin> products = new ArrayList<>();
        List<ProductSpread> spreads = new ArrayList<>();
        for (int i = 0; i < PRODUCTS; i++) {
            products.add(product("P" + i, random));
            if (i > 0) {
                spreads.add(new ProductSpread(
                        i,
                        List.of(
                                new ProductSpread.Leg("P" + (i - 1), SpreadSide.A, 1, 5_000),
                                new ProductSpread.Leg("P" + i, SpreadSide.B, 1, 5_000))));
            }
        }
        return new MarginParameters("USD", MarginKernel.SCALE, products, spreads, List.of());
    }

    private static SpanProduct product(String id, Random random) {
        List<MarginContract> contracts = new ArrayList<>();
        for (int i = 0; i < CONTRACTS; i++) {
            long[] array = new long[SCENARIOS];
            Arrays.setAll(array, s -> random.nextInt(60_000) - 30_000);
            ContractKind kind = ContractKind.values()[i % 3];
            contracts.add(new MarginContract(
                    id + i, FIRST_MONTH + i % MONTHS, kind, array, kind == ContractKind.PUT ? -4_000 : 6_000, 5_000));
        }
        List<Tier> tiers = new ArrayList<>();
        List<CalendarSpread> spreads = new ArrayList<>();
        for (int month = 0; month < MONTHS; month += 2) {
            tiers.add(new Tier(month, FIRST_MONTH + month, FIRST_MONTH + month + 1));
            if (month > 0) {
                spreads.add(new CalendarSpread(
                        month,
                        List.of(
                                new CalendarSpread.Leg(month - 2, SpreadSide.A, 1),
                                new CalendarSpread.Leg(month, SpreadSide.B, 1)),
                        4_000));
            }
        }
        return new SpanProduct(
                id,
                FloorOrder.CME,
                1_500,
                ShortOptionMethod.SUM,
                WeightedPriceRisk.UNCAPPED,
                0,
                contracts,
                tiers,
                spreads,
                List.of());
    }
}
