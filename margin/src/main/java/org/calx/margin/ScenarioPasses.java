package org.calx.margin;

/**
 * The loops of {@link ScanningRisk} over the {@value ScenarioArray#SCENARIOS} scenarios. There are two, which compute the same
 * integers: in vectors where the JVM was started with {@code --add-modules jdk.incubator.vector} on a processor whose vectors
 * multiply eight longs at once, else one by one.
 */
public interface ScenarioPasses {

    /** The faster one of this JVM. */
    static ScenarioPasses fastest() {
        return Vectors.orElse(new ScalarPasses(), ScenarioPasses.class, "VectorPasses", ScenarioPasses::isFast);
    }

    /** Whether this machine has the instructions that it is made for. */
    boolean isFast();

    /** Adds {@code lots} times each loss to the vector of position losses. */
    void addPosition(long[] positions, int at, long[] losses, int offset, long lots);

    /** Adds {@code lots} times what each scenario and the loss at once take from an order together, if it is a loss. */
    void addOrder(long[] orders, int at, long[] losses, int offset, int sign, long lossAtOnce, long lots);

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
