package org.calx.pricing.simd;

import org.calx.pricing.vanilla.Domain;
import org.calx.pricing.vanilla.OptionColumns;
import org.calx.pricing.vanilla.ValueColumns;
import org.calx.pricing.vanilla.VanillaModel;

/** Options without a value: the rare path, one by one. */
final class Outside {
    private Outside() {}

    /** Writes NaN for every option of a block that is outside the domain. @return how many are */
    static int mark(VanillaModel model, OptionColumns in, ValueColumns out, int from, int to, boolean all) {
        int outside = 0;
        for (int i = from; i < Math.min(to, in.size()); i++) {
            double deviation = in.volatility(i) * in.rootExpiry(i);
            if (!Domain.holds(model, in.forward(i), in.strike(i), deviation, in.discount(i))) {
                out.setNaN(i, all);
                outside++;
            }
        }
        return outside;
    }
}
