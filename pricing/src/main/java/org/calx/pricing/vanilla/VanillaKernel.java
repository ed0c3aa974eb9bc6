package org.calx.pricing.vanilla;

/**
 * Values columns of European options in one pass. Not for two threads at once: a kernel may own scratch memory.
 *
 * <p>An option outside the domain of its model gets NaN in every figure asked for and is counted in the result, so that no
 * NaN comes unannounced. With zero volatility or zero time the price is the discounted payoff, delta the discounted
 * indicator of exercise (one half at the money), and gamma, vega and the other derivatives that need a density are 0.
 */
public interface VanillaKernel {
    /** What it runs on, for reports: {@code scalar}, or the vector's shape. */
    String name();

    /** Price, delta, gamma, vega and theta. @return options outside the domain */
    int value(VanillaModel model, OptionColumns options, ValueColumns values);

    /** All ten figures. @return options outside the domain */
    int valueAll(VanillaModel model, OptionColumns options, ValueColumns values);
}
