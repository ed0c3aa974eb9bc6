package org.calx.index;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** Decimal text to micro-units, exactly. */
final class DecimalMicros {

    static final String ALLOWED = "a decimal with up to 9 digits before the point and up to 18 after it, such as 2.50";

    private static final Pattern FORM = Pattern.compile("-?[0-9]{1,9}(\\.[0-9]{1,18})?");

    private DecimalMicros() {}

    /**
     * Micro-units of {@code text}, the seventh decimal rounded half up (halves away from zero).
     *
     * @return empty if the text is not {@link #ALLOWED}
     */
    static OptionalLong parse(String text) {
        if (!FORM.matcher(text).matches()) {
            return OptionalLong.empty();
        }
        BigDecimal micros = new BigDecimal(text).movePointRight(6).setScale(0, RoundingMode.HALF_UP);
        return OptionalLong.of(micros.longValueExact());
    }
}
