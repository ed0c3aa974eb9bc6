package org.calx.acceptance.simulator.world;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.calx.acceptance.simulator.tally.Count;
import org.calx.acceptance.simulator.tally.Tally;

/**
 * Carries messages between numbered endpoints: each takes a few ticks, and may be lost, doubled, held up so that others
 * overtake it, or stopped by a cut link. Nothing is ever damaged on the way: transports have checksums.
 */
public final class SimulatedNetwork {
    private static final int RING = 256;
    private static final int MOST_TICKS = 4;
    private static final int MOST_TICKS_HELD_UP = 200;

    /** Who receives messages. */
    public interface Endpoint {
        /** Takes a message that has arrived. */
        void onMessage(int from, Object message);
    }

    private record Packet(int from, int to, Object message) {}

    private final Chance chance;
    private final FaultPlan plan;
    private final Endpoint[] endpoints;
    private final boolean[][] cut;
    private final List<List<Packet>> due = new ArrayList<>();
    private final Tally tally;
    private long tick;
    private boolean calm;

    /** A network of so many endpoints, all reachable. */
    public SimulatedNetwork(int endpoints, FaultPlan plan, Chance chance, Tally tally) {
        this.endpoints = new Endpoint[endpoints];
        this.plan = plan;
        this.chance = chance;
        this.tally = tally;
        cut = new boolean[endpoints][endpoints];
        for (int i = 0; i < RING; i++) {
            due.add(new ArrayList<>());
        }
    }

    /** Puts an endpoint in place; null while its process is down. */
    public void attach(int address, Endpoint endpoint) {
        endpoints[address] = endpoint;
    }

    /** Sends a message. */
    public void send(int from, int to, Object message) {
        tally.add(Count.MESSAGES);
        if (cut[from][to] || !calm && chance.perMille(plan.dropPerMille())) {
            tally.add(Count.DROPPED_MESSAGES);
            return;
        }
        schedule(from, to, message);
        if (!calm && chance.perMille(plan.doublePerMille())) {
            tally.add(Count.DOUBLED_MESSAGES);
            schedule(from, to, message);
        }
    }

    private void schedule(int from, int to, Object message) {
        boolean heldUp = !calm && chance.perMille(plan.delayPerMille());
        int ticks = chance.between(1, heldUp ? MOST_TICKS_HELD_UP : MOST_TICKS);
        due.get((int) (tick + ticks) % RING).add(new Packet(from, to, message));
    }

    /** Lets a tick pass and hands over what has arrived. */
    public void advance() {
        tick++;
        List<Packet> arrived = due.get((int) tick % RING);
        for (int i = 0; i < arrived.size(); i++) {
            Packet packet = arrived.get(i);
            Endpoint endpoint = endpoints[packet.to];
            if (endpoint != null && !cut[packet.from][packet.to]) {
                endpoint.onMessage(packet.from, packet.message);
            }
        }
        arrived.clear();
    }

    /** Whether two endpoints reach each other at present. */
    public boolean isConnected(int one, int other) {
        return !cut[one][other] && !cut[other][one];
    }

    /** Cuts or mends the link from one endpoint to another; the way back is another link. */
    public void setCut(int from, int to, boolean isCut) {
        cut[from][to] = isCut;
    }

    /** Mends all links. */
    public void mend() {
        for (boolean[] links : cut) {
            Arrays.fill(links, false);
        }
    }

    /** No faults from now on. */
    public void calm() {
        calm = true;
        mend();
    }
}
