package org.calx.app.scenario;

import org.calx.model.AccountRisk;
import org.calx.model.Rating;
import org.calx.model.RiskRules;
import org.calx.model.VolatilityState;

/** Risk rules and account limits in words: named fields in any order; what is left out keeps its default. */
final class RiskWords {
    private final ScenarioDictionary names;

    RiskWords(ScenarioDictionary names) {
        this.names = names;
    }

    RiskRules rules(Words words) {
        RiskRules base = RiskRules.defaults(names.products.id(words.next("a product")));
        VolatilityState state = base.volatilityState();
        int[] multipliers = {
            base.elevatedBps(), base.stressedBps(), base.ratingBBps(), base.ratingCBps(), base.ratingDBps()
        };
        long volume = base.averageVolumeLots();
        int share = base.concentrationShareBps();
        long concentration = base.concentrationMicros();
        int frozen = base.frozenLossBps();
        int spotDays = base.spotMonthDays();
        long spotLimit = base.spotMonthLimitLots();
        long smallLimit = base.smallAccountLimitLots();
        while (words.hasNext()) {
            String field = words.next("a field");
            switch (field) {
                case "state" -> state = words.nextConstant(VolatilityState.class, field);
                case "elevated" -> multipliers[0] = words.nextInt(field);
                case "stressed" -> multipliers[1] = words.nextInt(field);
                case "rating-b" -> multipliers[2] = words.nextInt(field);
                case "rating-c" -> multipliers[3] = words.nextInt(field);
                case "rating-d" -> multipliers[4] = words.nextInt(field);
                case "volume" -> volume = words.nextLong(field);
                case "share" -> share = words.nextInt(field);
                case "concentration" -> concentration = words.nextMicros(field);
                case "frozen-loss" -> frozen = words.nextInt(field);
                case "spot-days" -> spotDays = words.nextInt(field);
                case "spot-limit" -> spotLimit = words.nextLong(field);
                case "small-limit" -> smallLimit = words.nextLong(field);
                default ->
                    throw unknown(
                            field,
                            "state, elevated, stressed, rating-b, rating-c, rating-d, volume, share, concentration,"
                                    + " frozen-loss, spot-days, spot-limit, small-limit");
            }
        }
        return new RiskRules(
                base.productId(),
                state,
                multipliers[0],
                multipliers[1],
                multipliers[2],
                multipliers[3],
                multipliers[4],
                volume,
                share,
                concentration,
                frozen,
                spotDays,
                spotLimit,
                smallLimit);
    }

    AccountRisk account(Words words) {
        int accountId = names.accounts.id(words.next("an account"));
        Rating rating = Rating.A;
        boolean small = false;
        long maxOrder = 0;
        int perSecond = 0;
        int leverage = 0;
        int drawdown = 0;
        while (words.hasNext()) {
            String field = words.next("a field");
            switch (field) {
                case "rating" -> rating = words.nextConstant(Rating.class, field);
                case "small" -> small = true;
                case "max-order" -> maxOrder = words.nextLong(field);
                case "per-second" -> perSecond = words.nextInt(field);
                case "leverage" -> leverage = words.nextInt(field);
                case "drawdown" -> drawdown = words.nextInt(field);
                default -> throw unknown(field, "rating, small, max-order, per-second, leverage, drawdown");
            }
        }
        return new AccountRisk(accountId, rating, small, maxOrder, perSecond, leverage, drawdown);
    }

    private static IllegalArgumentException unknown(String field, String allowed) {
        return new IllegalArgumentException("expected one of " + allowed + ", found '" + field + "'");
    }
}
