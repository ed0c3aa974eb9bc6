package org.calx.margin;

import org.calx.model.MarginPolicy;
import org.calx.model.PolicyKind;
import org.calx.model.RiskRules;

/**
 * What a product charges beyond scanning risk, each on a reach that no fill can raise.
 *
 * @param calendarMicros per possible calendar spread of one lot, 0 where tiers have rates
 * @param concentrationLots lots above which positions cost more because they could not be closed in a day; 0 for none
 * @param concentrationMicros the add-on for lots above by as many as {@code concentrationLots}; it grows with their square
 * @param spreads charges by tiers and deliveries
 * @param policy how the product's margin is computed
 */
public record ProductCharges(
        long calendarMicros,
        long concentrationLots,
        long concentrationMicros,
        SpreadCharges spreads,
        MarginPolicy policy) {
    /** Beyond this the add-on does not grow: nobody has it. */
    public static final long MAX_CONCENTRATION_MICROS = 1L << 60;

    /** No concentration add-on. */
    public static ProductCharges calendar(long calendarMicros) {
        return new ProductCharges(calendarMicros, 0, 0, SpreadCharges.NONE, MarginPolicy.defaults(0));
    }

    /** A product's charges: its flat calendar charge holds where it is scanned and it has no calendar spreads by tiers. */
    public static ProductCharges of(
            long flatCalendarMicros, RiskRules rules, SpreadCharges spreads, MarginPolicy policy) {
        boolean flat = spreads.charges().isFlat() && policy.kind() == PolicyKind.SPAN;
        long calendar = flat ? flatCalendarMicros : 0;
        return new ProductCharges(calendar, rules.concentrationLots(), rules.concentrationMicros(), spreads, policy);
    }

    /** The least that is required for so many net short options. */
    public long shortOptionMicros(long shortCalls, long shortPuts) {
        return Math.multiplyExact(
                policy.shortOptionMinimumMicros(), policy.shortOptionMethod().count(shortCalls, shortPuts));
    }

    /** The charge for so many calendar spreads. */
    public long calendarMicros(long spreads) {
        return CalendarCharge.chargeMicros(spreads, calendarMicros);
    }

    /** Whether any number of lots has a concentration add-on or special margin. */
    public boolean chargesReach() {
        return concentrationLots != 0 || policy.adjustments().specialMicros() != 0;
    }

    /**
     * The concentration add-on: {@code concentrationMicros × (excess ÷ concentrationLots)²}, rounded up, where excess is what
     * the sum of the months' reaches has above {@code concentrationLots}; and special margin. No fill raises a reach, so none raises it.
     *
     * @param reachLots sum of the months' reaches, of {@link CalendarCharge}
     */
    public long concentrationMicros(long reachLots) {
        long special = specialMicros(reachLots);
        if (concentrationLots == 0 || reachLots <= concentrationLots) {
            return special;
        }
        long excess = reachLots - concentrationLots;
        long square = excess * excess;
        long whole = concentrationLots * concentrationLots;
        boolean isBeyond = WideMath.isLess(MAX_CONCENTRATION_MICROS, whole, concentrationMicros, square);
        return (isBeyond ? MAX_CONCENTRATION_MICROS : WideMath.multiplyDivideUp(concentrationMicros, square, whole))
                + special;
    }

    /** Special margin for what the sum of the months' reaches has above a share of the product's open interest. */
    private long specialMicros(long reachLots) {
        if (policy.adjustments().specialMicros() == 0) {
            return 0;
        }
        long lots = policy.adjustments().specialLots();
        return lots == 0 || reachLots <= lots
                ? 0
                : saturated(policy.adjustments().specialMicros(), reachLots - lots);
    }

    private static long saturated(long a, long b) {
        return Math.multiplyHigh(a, b) != 0 || a * b < 0
                ? MAX_CONCENTRATION_MICROS
                : Math.min(a * b, MAX_CONCENTRATION_MICROS);
    }
}
