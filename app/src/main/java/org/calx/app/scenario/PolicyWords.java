package org.calx.app.scenario;

import org.calx.model.MarginPolicy;
import org.calx.model.ShortOptionMethod;

/** Margin policies in words: named fields in any order; what is left out keeps its default. */
final class PolicyWords {
    private final ScenarioDictionary names;

    PolicyWords(ScenarioDictionary names) {
        this.names = names;
    }

    MarginPolicy policy(Words words) {
        MarginPolicy base = MarginPolicy.defaults(names.products.id(words.next("a product")));
        long shortMinimum = base.shortOptionMinimumMicros();
        ShortOptionMethod method = base.shortOptionMethod();
        while (words.hasNext()) {
            String field = words.next("a field");
            switch (field) {
                case "short-minimum" -> shortMinimum = words.nextMicros(field);
                case "count" -> method = words.nextConstant(ShortOptionMethod.class, field);
                default ->
                    throw new IllegalArgumentException("expected one of short-minimum, count, found '" + field + "'");
            }
        }
        return new MarginPolicy(base.productId(), shortMinimum, method);
    }
}
