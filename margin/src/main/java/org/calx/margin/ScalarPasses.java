package org.calx.margin;

/**
 * The passes one scenario after the other. A loss is turned round for a sell by the two's complement, −x = ~x + 1, whose 1 is
 * added to the loss at once beforehand; maxima run in two chains, so that one does not wait for the other.
 */
final class ScalarPasses implements ScenarioPasses {

    @Override
    public boolean isFast() {
        return true;
    }

    @Override
    public void addPosition(long[] positions, int at, long[] losses, int offset, long lots) {
        for (int s = 0; s < ScenarioArray.SCENARIOS; s++) {
            positions[at + s] += lots * losses[offset + s];
        }
    }

    @Override
    public void addOrder(long[] orders, int at, long[] losses, int offset, int sign, long lossAtOnce, long lots) {
        long flip = sign >> 1;
        long atOnce = lossAtOnce - flip;
        for (int s = 0; s < ScenarioArray.SCENARIOS; s++) {
            orders[at + s] += lots * ScanningRisk.orZero((losses[offset + s] ^ flip) + atOnce);
        }
    }

    @Override
    public long worst(long[] positions, int at, long[] orders, int ordersAt) {
        long even = positions[at] + orders[ordersAt];
        long odd = positions[at + 1] + orders[ordersAt + 1];
        for (int s = 2; s < ScenarioArray.SCENARIOS; s += 2) {
            even = Math.max(even, positions[at + s] + orders[ordersAt + s]);
            odd = Math.max(odd, positions[at + s + 1] + orders[ordersAt + s + 1]);
        }
        return Math.max(even, odd);
    }

    @Override
    public long worstWith(
            long[] positions,
            long[] orders,
            int at,
            long[] losses,
            int offset,
            int sign,
            long lossAtOnce,
            long lots,
            long[] with) {
        long flip = sign >> 1;
        long atOnce = lossAtOnce - flip;
        long even = Long.MIN_VALUE;
        long odd = Long.MIN_VALUE;
        for (int s = 0; s < ScenarioArray.SCENARIOS; s += 2) {
            with[s] = orders[at + s] + lots * ScanningRisk.orZero((losses[offset + s] ^ flip) + atOnce);
            with[s + 1] = orders[at + s + 1] + lots * ScanningRisk.orZero((losses[offset + s + 1] ^ flip) + atOnce);
            even = Math.max(even, positions[at + s] + with[s]);
            odd = Math.max(odd, positions[at + s + 1] + with[s + 1]);
        }
        return Math.max(even, odd);
    }
}
