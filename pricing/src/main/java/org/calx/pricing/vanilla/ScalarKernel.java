package org.calx.pricing.vanilla;

/** One option after the other, on any machine; the arithmetic of the vector kernel, operation by operation. */
public final class ScalarKernel implements VanillaKernel {
    private final BlackTerms black = new BlackTerms();
    private final NormalTerms normal = new NormalTerms();

    @Override
    public String name() {
        return "scalar";
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
        for (int i = 0; i < options.size; i++) {
            double deviation = options.volatility[i] * options.rootExpiry[i];
            if (!Domain.holds(model, options.forward[i], options.strike[i], deviation, options.discount[i])) {
                values.setNaN(i, all);
                outside++;
            } else if (model == VanillaModel.BLACK76) {
                black.value(options, values, i, all);
            } else {
                normal.value(options, values, i, all);
            }
        }
        return outside;
    }
}
