package org.calx.pricing.simd;

import java.util.function.IntSupplier;

/** How many doubles a vector of this machine holds. */
public final class Lanes implements IntSupplier {
    @Override
    public int getAsInt() {
        return VectorMath.SPECIES.length();
    }
}
