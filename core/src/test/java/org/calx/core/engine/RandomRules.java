package org.calx.core.engine;

import java.util.List;
import java.util.Random;
import org.calx.model.AccountRisk;
import org.calx.model.CalendarSpread;
import org.calx.model.DeliveryCharge;
import org.calx.model.MarginCharges;
import org.calx.model.MarginPolicy;
import org.calx.model.Months;
import org.calx.model.OperatorCommand;
import org.calx.model.PolicyKind;
import org.calx.model.ProductParameters;
import org.calx.model.Rating;
import org.calx.model.RiskRules;
import org.calx.model.ShortOptionMethod;
import org.calx.model.SpreadSide;
import org.calx.model.Tier;
import org.calx.model.VolatilityState;

/** Random charges, risk rules, adjustments, parameters and limits of a {@link TestVenue}. */
final class RandomRules {
    private RandomRules() {}

    /** Rules of the product, its adjustments, its parameters, or what an account may do. */
    static OperatorCommand next(Random random, int accounts) {
        return switch (random.nextInt(4)) {
            case 0 -> new OperatorCommand.SetRiskRules(rules(random));
            case 1 ->
                new OperatorCommand.SetMarginPolicy(
                        policy(random, PolicyKind.values()[random.nextInt(PolicyKind.values().length)]));
            case 2 -> new OperatorCommand.SetProductParameters(parameters(random));
            default -> new OperatorCommand.SetAccountRisk(limits(random, 1 + random.nextInt(accounts)));
        };
    }

    private static RiskRules rules(Random random) {
        return new RiskRules(
                TestVenue.PRODUCT,
                VolatilityState.values()[random.nextInt(VolatilityState.values().length)],
                10_000 + random.nextInt(5_000),
                15_000 + random.nextInt(5_000),
                10_000 + random.nextInt(1_000),
                11_000 + random.nextInt(1_000),
                12_000 + random.nextInt(3_000),
                random.nextInt(3) * 50L,
                2_500,
                random.nextInt(1_000_000_000),
                random.nextBoolean() ? 3_000 : 0,
                random.nextInt(3) * 5_000,
                150 + random.nextInt(100),
                20 + random.nextInt(200));
    }

    /** A policy of a kind, whose grids have as many scenarios as the others. */
    static MarginPolicy policy(Random random, PolicyKind kind) {
        boolean percent = kind == PolicyKind.PERCENT;
        return new MarginPolicy(
                TestVenue.PRODUCT,
                kind,
                random.nextInt(1_000_000),
                random.nextBoolean() ? ShortOptionMethod.SUM : ShortOptionMethod.MAX,
                MarginPolicy.SPAN_SCENARIOS,
                500 + random.nextInt(1_500),
                random.nextBoolean(),
                15_000,
                percent && random.nextBoolean()
                        ? List.of(new MarginPolicy.Contract(1, 2_500, random.nextBoolean(), random.nextBoolean()))
                        : List.of(),
                new MarginPolicy.Adjustments(
                        random.nextInt(200), 2_500, random.nextInt(100_000_000), 1_000 + random.nextInt(9_001)));
    }

    private static ProductParameters parameters(Random random) {
        return new ProductParameters(
                TestVenue.PRODUCT,
                random.nextInt(100_000) - 50_000,
                random.nextInt(200_000) + 50_000,
                random.nextInt(50_000),
                15 + random.nextInt(10),
                5,
                1_000,
                5_000,
                random.nextInt(3) * 10_000_000L,
                10,
                10,
                random.nextBoolean() ? 5_000 : Long.MAX_VALUE / 4);
    }

    private static AccountRisk limits(Random random, int accountId) {
        return new AccountRisk(
                accountId,
                Rating.of(random.nextInt(Rating.count())),
                random.nextInt(5) == 0,
                random.nextInt(3) * 10L,
                random.nextInt(4) == 0 ? 1_000 : 0,
                random.nextInt(4) == 0 ? 5 : 0,
                random.nextInt(4) == 0 ? 2_000 : 0);
    }

    /** Two tiers and a spread between them, and a month in delivery; or nothing. */
    static MarginCharges charges(Random random) {
        if (random.nextInt(3) == 0) {
            return MarginCharges.none(TestVenue.PRODUCT);
        }
        int month = Months.ofDay(TestVenue.FIRST_DAY);
        CalendarSpread spread = new CalendarSpread(
                1,
                List.of(
                        new CalendarSpread.Leg(1, SpreadSide.A, 1 + random.nextInt(2)),
                        new CalendarSpread.Leg(2, SpreadSide.B, 1)),
                random.nextInt(50) * 1_000_000L);
        return new MarginCharges(
                TestVenue.PRODUCT,
                0,
                List.of(new Tier(1, month, month), new Tier(2, month + 1, month + 5)),
                List.of(spread),
                List.of(new DeliveryCharge(month, random.nextInt(1_000_000), random.nextInt(2_000_000))));
    }
}
