package org.calx.margin;

import java.util.ArrayList;
import java.util.List;

/**
 * The oracle of margin with working orders: goes through every combination of fills, each order from none to all of its
 * lots, and takes the worst. Written for reading; only for small books.
 */
final class EveryFill {
    private final List<MonthExposure> months;
    private final List<OpenOrder> orders = new ArrayList<>();
    private final List<Integer> monthOfOrder = new ArrayList<>();
    private long worstScanning;
    private long worstSpreads;
    private long worstTogether;
    private final long charge;

    EveryFill(List<MonthExposure> months, long charge) {
        this.months = months;
        this.charge = charge;
        for (int m = 0; m < months.size(); m++) {
            for (OpenOrder order : months.get(m).orders()) {
                orders.add(order);
                monthOfOrder.add(m);
            }
        }
        long[] positions =
                months.stream().mapToLong(MonthExposure::positionLots).toArray();
        fill(0, positions, 0);
    }

    /** The worst scanning loss, losses at once included. */
    long scanningLossMicros() {
        return worstScanning;
    }

    /** The most calendar spreads. */
    long spreads() {
        return worstSpreads;
    }

    /** The worst of scanning loss and calendar charge of the same fills. */
    long requirementMicros() {
        return worstTogether;
    }

    private void fill(int order, long[] positions, long lossAtOnce) {
        if (order == orders.size()) {
            record(positions, lossAtOnce);
            return;
        }
        OpenOrder next = orders.get(order);
        for (long lots = 0; lots <= next.lots(); lots++) {
            long[] after = positions.clone();
            after[monthOfOrder.get(order)] += next.side().sign() * lots;
            fill(order + 1, after, lossAtOnce + lots * next.lossAtOnceMicros());
        }
    }

    private void record(long[] positions, long lossAtOnce) {
        long scanning = 0;
        for (int s = 0; s < ScenarioArray.SCENARIOS; s++) {
            long loss = 0;
            for (int m = 0; m < positions.length; m++) {
                loss += positions[m] * months.get(m).lossMicrosPerLot()[s];
            }
            scanning = Math.max(scanning, loss);
        }
        long longs = 0;
        long shorts = 0;
        for (long position : positions) {
            longs += Math.max(0, position);
            shorts += Math.max(0, -position);
        }
        long spreads = Math.min(longs, shorts);
        worstScanning = Math.max(worstScanning, scanning + lossAtOnce);
        worstSpreads = Math.max(worstSpreads, spreads);
        worstTogether = Math.max(worstTogether, scanning + lossAtOnce + spreads * charge);
    }
}
