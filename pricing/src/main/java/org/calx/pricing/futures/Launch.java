package org.calx.pricing.futures;

/**
 * A new model's scheduled launch, at which the logarithm of the old ones' price may jump.
 *
 * @param years from now, not negative
 * @param probability that it happens on that day, 0 to 1
 * @param mean of the jump, negative for a fall
 * @param deviation of the jump, not negative
 */
public record Launch(double years, double probability, double mean, double deviation) {

    /** Checks the ranges. @throws IllegalArgumentException outside them */
    public Launch {
        if (!(years >= 0 && probability >= 0 && probability <= 1 && deviation >= 0 && Double.isFinite(mean))) {
            throw new IllegalArgumentException("launch after " + years + " years with probability " + probability
                    + ", mean " + mean + ", deviation " + deviation);
        }
    }

    /** What it multiplies the expected price by. */
    double expectedFactor() {
        return 1 + probability * Math.expm1(mean + deviation * deviation / 2);
    }
}
