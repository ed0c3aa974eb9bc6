package org.calx.acceptance.simulator.sender;

import org.agrona.DirectBuffer;
import org.calx.acceptance.simulator.log.LogMember;
import org.calx.acceptance.simulator.log.LogMessage;
import org.calx.acceptance.simulator.world.Chance;
import org.calx.acceptance.simulator.world.SimulatedNetwork;
import org.calx.api.client.CommandLog;

/** The way to the log over the simulated network: to the member that is believed to lead. */
final class SimulatedCommandLog implements CommandLog {
    private static final int PATIENCE_TICKS = 40;
    private static final int BUSY_PER_MILLE = 5;

    private final int address;
    private final SimulatedNetwork network;
    private final Chance chance;
    private int leader;
    private long term;
    private int silentTicks;

    SimulatedCommandLog(int address, SimulatedNetwork network, Chance chance) {
        this.address = address;
        this.network = network;
        this.chance = chance;
        leader = chance.below(LogMember.MEMBERS);
    }

    @Override
    public boolean offer(DirectBuffer buffer, int offset, int length) {
        if (chance.perMille(BUSY_PER_MILLE)) {
            return false;
        }
        byte[] payload = new byte[length];
        buffer.getBytes(offset, payload);
        network.send(address, leader, new LogMessage.Offer(payload));
        return true;
    }

    @Override
    public int poll() {
        if (++silentTicks > PATIENCE_TICKS) {
            leader = (leader + 1) % LogMember.MEMBERS;
            silentTicks = 0;
        }
        return 0;
    }

    /** Somebody says that it leads. */
    void onLeads(LogMessage.Leads leads) {
        if (leads.term() >= term) {
            term = leads.term();
            leader = leads.memberId();
            silentTicks = 0;
        }
    }
}
