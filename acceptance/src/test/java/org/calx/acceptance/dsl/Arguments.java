package org.calx.acceptance.dsl;

import java.util.LinkedHashMap;
import java.util.Map;
import org.calx.model.Decimals;

/**
 * Named arguments of one call, written {@code "name: value"}, over the call's defaults. A name without a default is
 * refused, so a slip of the pen does not pass for an argument.
 */
final class Arguments {
    /** Digits after the point of a price: one tick is a cent in every instrument of the tests. */
    static final int PRICE_SCALE = 2;

    private static final int MONEY_SCALE = 6;

    private final Map<String, String> values = new LinkedHashMap<>();

    private Arguments() {}

    /** Reads {@code given} over {@code defaults}; both are {@code "name: value"}, an empty value stands for none. */
    static Arguments parse(String[] given, String... defaults) {
        Arguments arguments = new Arguments();
        for (String each : defaults) {
            arguments.values.put(name(each), value(each));
        }
        for (String each : given) {
            if (arguments.values.replace(name(each), value(each)) == null) {
                throw new IllegalArgumentException("'" + name(each) + "' is not one of " + arguments.values.keySet());
            }
        }
        return arguments;
    }

    String text(String name) {
        return values.get(name);
    }

    boolean has(String name) {
        return !values.get(name).isEmpty();
    }

    boolean yes(String name) {
        return values.get(name).equals("yes");
    }

    long lots(String name) {
        return Long.parseLong(values.get(name));
    }

    long ticks(String name) {
        return ticksOf(values.get(name));
    }

    long micros(String name) {
        return Decimals.parse(values.get(name), MONEY_SCALE);
    }

    /** A price in ticks of a cent. */
    static long ticksOf(String price) {
        return Decimals.parse(price, PRICE_SCALE);
    }

    private static String name(String argument) {
        return argument.substring(0, argument.indexOf(':')).strip();
    }

    private static String value(String argument) {
        return argument.substring(argument.indexOf(':') + 1).strip();
    }
}
