package org.calx.margin;

import java.lang.reflect.InvocationTargetException;

/**
 * The loops of {@link ScanningRisk} over the {@value ScenarioArray#SCENARIOS} scenarios. There are two, which compute the same
 * integers: in vectors where the JVM was started with {@code --add-modules jdk.incubator.vector} on a processor whose vectors
 * have four longs or more, else one by one.
 */
public interface ScenarioPasses {

    /** The faster one of this JVM. The vector one is named here as text, so that this module loads without it. */
    static ScenarioPasses fastest() {
        if (ModuleLayer.boot().findModule("jdk.incubator.vector").isEmpty()) {
            return new ScalarPasses();
        }
        try {
            ScenarioPasses vectors = (ScenarioPasses) Class.forName("org.calx.margin.simd.VectorPasses")
                    .getDeclaredConstructor()
                    .newInstance();
            return vectors.isFast() ? vectors : new ScalarPasses();
        } catch (InvocationTargetException e) {
            throw new IllegalStateException("the vector passes cannot run", e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the vector passes are not on the class path", e);
        }
    }

    /** Whether this machine has the instructions that it is made for. */
    boolean isFast();

    /** Adds {@code lots} times each loss to the vector of position losses. */
    void addPosition(long[] positions, int at, long[] losses, int offset, long lots);

    /** Adds {@code lots} times what each scenario and the loss at once take from an order together, if it is a loss. */
    void addOrder(long[] orders, int at, long[] losses, int offset, int sign, long lossAtOnce, long lots);

    /**
     * The losses of a portfolio in {@value ScenarioArray#SCENARIOS} scenarios: the sum over its contracts of lots times each loss.
     *
     * @param losses arrays behind one another, in the order of {@code lots}
     * @param from where the first begins
     * @param sums get the sums
     * @param at where
     */
    void weigh(long[] lots, long[] losses, int from, long[] sums, int at);

    /** The same where all sums over some of the contracts fit an {@code int}. */
    void weigh(long[] lots, int[] losses, int from, long[] sums, int at);

    /** The largest sum of a position loss and an order loss, which may be a gain. */
    long worst(long[] positions, int at, long[] orders, int ordersAt);

    /** {@link #worst} as it would be with one more order. @param with becomes the vector of order losses with it */
    long worstWith(
            long[] positions,
            long[] orders,
            int at,
            long[] losses,
            int offset,
            int sign,
            long lossAtOnce,
            long lots,
            long[] with);
}
