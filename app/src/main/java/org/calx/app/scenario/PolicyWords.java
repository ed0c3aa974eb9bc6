package org.calx.app.scenario;

import java.util.ArrayList;
import java.util.List;
import org.calx.model.MarginPolicy;
import org.calx.model.PolicyKind;
import org.calx.model.ShortOptionMethod;

/** Margin policies in words: named fields in any order; what is left out keeps its default. */
final class PolicyWords {
    private final ScenarioDictionary names;

    PolicyWords(ScenarioDictionary names) {
        this.names = names;
    }

    MarginPolicy policy(Words words) {
        MarginPolicy base = MarginPolicy.defaults(names.products.id(words.next("a product")));
        PolicyKind kind = base.kind();
        long shortMinimum = base.shortOptionMinimumMicros();
        ShortOptionMethod method = base.shortOptionMethod();
        int scenarios = base.scenarios();
        int rate = base.rateBps();
        boolean largerSide = false;
        int locked = base.lockedBps();
        MarginPolicy.Adjustments adjustments = base.adjustments();
        List<MarginPolicy.Contract> contracts = new ArrayList<>();
        while (words.hasNext()) {
            String field = words.next("a field");
            switch (field) {
                case "percent" -> {
                    kind = PolicyKind.PERCENT;
                    rate = words.nextInt(field);
                }
                case "grid" -> {
                    kind = PolicyKind.GRID;
                    scenarios = words.nextInt(field);
                }
                case "larger-side" -> largerSide = true;
                case "locked" -> locked = words.nextInt(field);
                case "contract" -> contracts.add(contract(words));
                case "special" -> adjustments = special(words, adjustments);
                case "averaging-floor" -> adjustments = floor(words, adjustments);
                case "short-minimum" -> shortMinimum = words.nextMicros(field);
                case "count" -> method = words.nextConstant(ShortOptionMethod.class, field);
                default ->
                    throw new IllegalArgumentException(
                            "expected one of percent, grid, larger-side, locked, contract, short-minimum, count, found"
                                    + " '"
                                    + field + "'");
            }
        }
        return new MarginPolicy(
                base.productId(),
                kind,
                shortMinimum,
                method,
                scenarios,
                rate,
                largerSide,
                locked,
                contracts,
                adjustments);
    }

    private static MarginPolicy.Adjustments special(Words words, MarginPolicy.Adjustments other) {
        long openInterest = words.nextLong("the open interest");
        long micros = words.nextMicros("special margin a lot");
        int share = words.take("share") ? words.nextInt("a share") : other.specialShareBps();
        return new MarginPolicy.Adjustments(openInterest, share, micros, other.averagingFloorBps());
    }

    private static MarginPolicy.Adjustments floor(Words words, MarginPolicy.Adjustments other) {
        return new MarginPolicy.Adjustments(
                other.openInterestLots(), other.specialShareBps(), other.specialMicros(), words.nextInt("a floor"));
    }

    private MarginPolicy.Contract contract(Words words) {
        int id = names.instruments.id(words.next("an instrument"));
        int rate = words.nextInt("a rate");
        boolean locked = words.take("is-locked");
        return new MarginPolicy.Contract(id, rate, locked, words.take("is-excluded"));
    }
}
