package org.calx.pricing.simd;

import org.calx.pricing.vanilla.OptionColumns;
import org.calx.pricing.vanilla.ValueColumns;

/**
 * One step over a block. Stages are called through this interface, at a call site that sees many of them, because the
 * compiler would otherwise inline them all into one method, run out of its budget and box what is left.
 */
@FunctionalInterface
interface Stage {
    /** Takes the options from {@code from} to before {@code to}, at most a block. */
    void run(OptionColumns in, ValueColumns out, int from, int to);
}
