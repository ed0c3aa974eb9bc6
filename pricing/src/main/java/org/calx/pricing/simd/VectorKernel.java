package org.calx.pricing.simd;

import org.calx.pricing.vanilla.OptionColumns;
import org.calx.pricing.vanilla.ValueColumns;
import org.calx.pricing.vanilla.VanillaKernel;
import org.calx.pricing.vanilla.VanillaModel;

/**
 * Values blocks of options in short stages that hand on through scratch arrays: a stage is small enough for the compiler to
 * keep every vector in registers, and a block small enough to stay in the first-level cache.
 */
public final class VectorKernel implements VanillaKernel {
    /** Options of a block; a multiple of every vector's length. */
    static final int BLOCK = 128;

    /**
     * Elements after each row of scratch memory, so that rows that follow each other do not lie a multiple of 4 KiB apart: a
     * processor that compares low address bits alone would hold loads back behind stores to other rows.
     */
    static final int GAP = 16;

    private final BlackStages black = new BlackStages();
    private final NormalStages normal = new NormalStages();

    @Override
    public String name() {
        return VectorMath.SPECIES.vectorShape().name();
    }

    @Override
    public int value(VanillaModel model, OptionColumns options, ValueColumns values) {
        return value(model, options, values, false);
    }

    @Override
    public int valueAll(VanillaModel model, OptionColumns options, ValueColumns values) {
        return value(model, options, values, true);
    }

    private int value(VanillaModel model, OptionColumns options, ValueColumns values, boolean all) {
        int outside = 0;
        int length = options.length();
        for (int from = 0; from < length; from += BLOCK) {
            int to = Math.min(from + BLOCK, length);
            outside += model == VanillaModel.BLACK76
                    ? black.value(options, values, from, to, all)
                    : normal.value(options, values, from, to, all);
        }
        return outside;
    }

    /** Scratch memory of a block. */
    static double[] scratch() {
        return new double[BLOCK + GAP];
    }
}
