package org.calx.margin;

/**
 * The losses of whole portfolios in {@value ScenarioArray#SCENARIOS} scenarios: the sum over contracts of lots times each loss. In
 * vectors where they are fast, else one by one: the same integers.
 */
public interface PortfolioSums {

    /** The faster one of this JVM. */
    static PortfolioSums fastest() {
        return Vectors.orElse(new ScalarSums(), PortfolioSums.class, "VectorSums", PortfolioSums::isFast);
    }

    /** Whether this machine has the instructions that it is made for. */
    boolean isFast();

    /**
     * Computes the sums.
     *
     * @param lots signed
     * @param losses arrays behind one another, in the order of {@code lots}
     * @param from where the first begins
     * @param sums get the sums
     * @param at where
     */
    void compute(long[] lots, long[] losses, int from, long[] sums, int at);

    /** The same where the sum over any of the contracts fits an {@code int}. */
    void compute(int[] lots, int[] losses, int from, long[] sums, int at);
}
