package org.calx.acceptance.simulator;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.calx.acceptance.simulator.judge.Judge;
import org.calx.acceptance.simulator.log.LogMember;
import org.calx.acceptance.simulator.log.LogMessage;
import org.calx.acceptance.simulator.log.Vote;
import org.calx.acceptance.simulator.member.Assembly;
import org.calx.acceptance.simulator.member.Member;
import org.calx.acceptance.simulator.tally.Count;
import org.calx.acceptance.simulator.tally.Tally;
import org.calx.acceptance.simulator.world.Chance;
import org.calx.acceptance.simulator.world.FaultPlan;
import org.calx.acceptance.simulator.world.SimulatedClock;
import org.calx.acceptance.simulator.world.SimulatedDisk;
import org.calx.acceptance.simulator.world.SimulatedNetwork;
import org.calx.core.clearing.Backlog;

/** The members: their disks, which outlive them, and their processes, which come and go. */
final class Cluster {
    /** Positions and orders counted anew in one step: so few that the small venue's accounts are behind now and then. */
    private static final int FEW = 6;

    private static final int SOME = 30;

    private final SimulatedNetwork network;
    private final SimulatedClock clock;
    private final Assembly assembly;
    private final Judge judge;
    private final FaultPlan plan;
    private final Chance chance;
    private final Tally tally;
    private final int[] senderAddresses;
    private final List<SimulatedDisk> disks = new ArrayList<>();
    private final List<Vote> votes = new ArrayList<>();
    private final long[] skewNs = new long[LogMember.MEMBERS];
    private final Member[] members = new Member[LogMember.MEMBERS];
    private final int countedInOneStep;
    private long lastTerm;

    Cluster(
            SimulatedNetwork network,
            SimulatedClock clock,
            int[] senderAddresses,
            Assembly assembly,
            Judge judge,
            FaultPlan plan,
            Chance chance,
            Tally tally) {
        this.network = network;
        this.clock = clock;
        this.senderAddresses = senderAddresses;
        this.assembly = assembly;
        this.judge = judge;
        this.plan = plan;
        this.chance = chance;
        this.tally = tally;
        countedInOneStep = chance.of(FEW, SOME, Backlog.STEP);
        for (int id = 0; id < LogMember.MEMBERS; id++) {
            disks.add(new SimulatedDisk(assembly::file, tally));
            votes.add(new Vote());
            start(id, false);
        }
    }

    /** The member, or null while it is down. */
    Member get(int id) {
        return members[id];
    }

    /** The disk of a member. */
    SimulatedDisk disk(int id) {
        return disks.get(id);
    }

    /** Starts a member's process. */
    void start(int id, boolean mayHaveLost) {
        skewNs[id] = chance.between(-plan.clockSkewMs(), plan.clockSkewMs()) * SimulatedClock.TICK_NS;
        List<SimulatedDisk> others = new ArrayList<>(disks);
        others.remove(id);
        members[id] = new Member(
                id,
                disks.get(id),
                others,
                votes.get(id),
                mayHaveLost,
                countedInOneStep,
                new Links(id),
                assembly,
                judge,
                chance.split(),
                tally);
        network.attach(id, members[id]);
    }

    /** A member's process stops. */
    void stop(int id) {
        network.attach(id, null);
        members[id] = null;
    }

    /** Lets a tick pass for all members that are up. */
    void onTick() {
        for (Member member : members) {
            if (member != null) {
                member.onTick();
                noticeLeader(member.log());
            }
        }
    }

    private void noticeLeader(LogMember log) {
        if (log.isLeader() && log.term() > lastTerm) {
            tally.add(Count.FAILOVERS, lastTerm == 0 ? 0 : 1);
            lastTerm = log.term();
            assembly.onLeader(lastTerm);
        }
    }

    /** The leader of the highest term that is up, or -1. */
    int leader() {
        int leader = -1;
        for (int id = 0; id < members.length; id++) {
            if (members[id] != null
                    && members[id].log().isLeader()
                    && (leader < 0
                            || members[id].log().term() > members[leader].log().term())) {
                leader = id;
            }
        }
        return leader;
    }

    /** Whether all members are up and have carried out the whole of the same log. */
    boolean isLevel() {
        int leader = leader();
        if (leader < 0) {
            return false;
        }
        long end = members[leader].log().lastIndex();
        for (Member member : members) {
            if (member == null || member.log().lastIndex() != end || member.applied() != end) {
                return false;
            }
        }
        return true;
    }

    /** How far the members are, for people. */
    @Override
    public String toString() {
        return Arrays.stream(members)
                .map(member -> member == null ? "down" : member.toString())
                .collect(Collectors.joining(", "));
    }

    /** A member's way to the others. */
    private final class Links implements LogMember.Links {
        private final int id;

        Links(int id) {
            this.id = id;
        }

        @Override
        public void toMember(int memberId, LogMessage message) {
            network.send(id, memberId, message);
        }

        @Override
        public void toSenders(LogMessage message) {
            for (int address : senderAddresses) {
                network.send(id, address, message);
            }
        }

        @Override
        public long nowNs() {
            return clock.nanoTime() + skewNs[id];
        }
    }
}
