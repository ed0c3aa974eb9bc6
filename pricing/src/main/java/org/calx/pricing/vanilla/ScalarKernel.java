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
        for (int i = 0; i < options.size(); i++) {
            outside += isValued(model, options, values, i, all) ? 0 : 1;
        }
        return outside;
    }

    /** Values one option; the vector kernel's way for those that its short cuts leave out. @return false outside the domain */
    public boolean isValued(VanillaModel model, OptionColumns options, ValueColumns values, int i, boolean all) {
        double deviation = options.volatility(i) * options.rootExpiry(i);
        if (!Domain.holds(model, options.forward(i), options.strike(i), deviation, options.discount(i))) {
            values.setNaN(i, all);
            return false;
        }
        switch (model) {
            case BLACK76 -> black.value(options, values, i, all);
            case BACHELIER -> normal.value(options, values, i, all);
        }
        return true;
    }
}
