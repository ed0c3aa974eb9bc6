package org.calx.risk.numeric;

/** A smooth function of several variables and its gradient. */
@FunctionalInterface
public interface Objective {

    /**
     * @param point where; not to be changed
     * @param gradient receives the partial derivatives; undefined where the value is not finite
     * @return the value, or infinity where the function is not defined
     */
    double valueAndGradient(double[] point, double[] gradient);
}
