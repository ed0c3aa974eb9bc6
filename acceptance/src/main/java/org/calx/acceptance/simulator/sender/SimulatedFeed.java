package org.calx.acceptance.simulator.sender;

import java.util.function.IntFunction;
import org.agrona.concurrent.UnsafeBuffer;
import org.calx.acceptance.simulator.log.LogMember;
import org.calx.acceptance.simulator.member.Member;
import org.calx.acceptance.simulator.member.Recording;
import org.calx.acceptance.simulator.tally.Count;
import org.calx.acceptance.simulator.tally.Tally;
import org.calx.acceptance.simulator.world.Chance;
import org.calx.acceptance.simulator.world.SimulatedNetwork;
import org.calx.api.client.EventCursor;
import org.calx.api.client.EventFeed;
import org.calx.api.event.EventReader;

/** Reads one member's recorded stream, and goes on at another by event number when it is lost or slow. */
final class SimulatedFeed implements EventFeed {
    private static final int MOVE_PER_MILLE = 2;
    private static final int STALL_PER_MILLE = 20;

    private final int address;
    private final IntFunction<Member> members;
    private final SimulatedNetwork network;
    private final EventCursor cursor;
    private final Chance chance;
    private final Tally tally;
    private final UnsafeBuffer view = new UnsafeBuffer(0, 0);

    private int source;
    private Recording recording;
    private int batch;

    /** @param members the members by id, null for one that is down */
    SimulatedFeed(
            int address,
            IntFunction<Member> members,
            SimulatedNetwork network,
            EventCursor cursor,
            Chance chance,
            Tally tally) {
        this.address = address;
        this.members = members;
        this.network = network;
        this.cursor = cursor;
        this.chance = chance;
        this.tally = tally;
        source = chance.below(LogMember.MEMBERS);
    }

    @Override
    public int poll(EventReader reader, int limit) {
        if (chance.perMille(STALL_PER_MILLE) || !isConnected() && !connect()) {
            return 0;
        }
        int taken = 0;
        while (taken < limit && batch < recording.batches()) {
            recording.wrap(batch++, view);
            cursor.onBatch(view, 0, view.capacity(), reader);
            taken++;
        }
        return taken;
    }

    private boolean isConnected() {
        return recording != null
                && !chance.perMille(MOVE_PER_MILLE)
                && members.apply(source) != null
                && members.apply(source).recording() == recording
                && network.isConnected(address, source);
    }

    private boolean connect() {
        recording = null;
        source = chance.below(LogMember.MEMBERS);
        Member member = members.apply(source);
        if (member == null || !network.isConnected(address, source)) {
            return false;
        }
        recording = member.recording();
        batch = recording.batchOf(cursor.lastSequence() + 1);
        tally.add(Count.READER_MOVES);
        return true;
    }

    @Override
    public void close() {}
}
