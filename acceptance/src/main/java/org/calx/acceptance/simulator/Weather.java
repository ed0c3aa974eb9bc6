package org.calx.acceptance.simulator;

import java.util.List;
import org.calx.acceptance.simulator.log.LogMember;
import org.calx.acceptance.simulator.member.Member;
import org.calx.acceptance.simulator.sender.SenderProcess;
import org.calx.acceptance.simulator.tally.Count;
import org.calx.acceptance.simulator.tally.Tally;
import org.calx.acceptance.simulator.world.Chance;
import org.calx.acceptance.simulator.world.FaultPlan;
import org.calx.acceptance.simulator.world.SimulatedNetwork;

/**
 * Brings about what a plan has in store, tick by tick, and mends it after a while.
 *
 * <p>One disk at a time is harmed, and the next only once the member is whole again: a log that is kept by two of three
 * can lose one, and no more is promised.
 */
final class Weather {
    private static final int NOBODY = -1;
    private static final int LEAST_DOWN_TICKS = 10;
    private static final int MOST_DOWN_TICKS = 150;
    private static final int MOST_LYING_TICKS = 40;

    private final FaultPlan plan;
    private final Cluster cluster;
    private final SimulatedNetwork network;
    private final List<SenderProcess> senders;
    private final Chance chance;
    private final Tally tally;
    private final int endpoints;
    private final long[] memberUpAt = new long[LogMember.MEMBERS];
    private final long[] senderUpAt;
    private long tick;
    private long mendAt = Long.MAX_VALUE;
    private int harmed = NOBODY;
    private boolean lies;
    private long powerLossAt = Long.MAX_VALUE;

    Weather(
            FaultPlan plan,
            Cluster cluster,
            SimulatedNetwork network,
            List<SenderProcess> senders,
            Chance chance,
            Tally tally) {
        this.plan = plan;
        this.cluster = cluster;
        this.network = network;
        this.senders = senders;
        this.chance = chance;
        this.tally = tally;
        endpoints = LogMember.MEMBERS + senders.size();
        senderUpAt = new long[senders.size()];
    }

    /** Lets a tick pass. */
    void onTick() {
        tick++;
        links();
        stops();
        starts(false);
        noticeRecovery();
    }

    private void links() {
        if (tick >= mendAt) {
            network.mend();
            mendAt = Long.MAX_VALUE;
        }
        if (mendAt == Long.MAX_VALUE && chance.perMillion(plan.partitionPerMillion())) {
            cut();
            mendAt = tick + chance.between(20, 200);
            tally.add(Count.PARTITIONS);
        }
    }

    /** One endpoint is alone, or one link is dead one way. */
    private void cut() {
        int lonely = chance.below(endpoints);
        if (chance.perMille(300)) {
            network.setCut(lonely, chance.below(endpoints), true);
            return;
        }
        for (int other = 0; other < endpoints; other++) {
            if (other != lonely) {
                network.setCut(lonely, other, true);
                network.setCut(other, lonely, true);
            }
        }
    }

    private void stops() {
        if (chance.perMillion(plan.leaderKillPerMillion()) && cluster.leader() >= 0) {
            kill(cluster.leader());
        }
        if (chance.perMillion(plan.killPerMillion())) {
            kill(chance.below(LogMember.MEMBERS));
        }
        if (chance.perMillion(plan.powerLossPerMillion())) {
            losePowerSoon(chance.below(LogMember.MEMBERS));
        }
        if (lies && tick >= powerLossAt) {
            losePower(harmed);
        }
        if (chance.perMillion(plan.blackoutPerMillion())) {
            tally.add(Count.BLACKOUTS);
            for (int id = 0; id < LogMember.MEMBERS; id++) {
                losePower(id);
            }
        }
        if (chance.perMillion(plan.senderKillPerMillion())) {
            killSender(chance.below(senders.size()));
        }
    }

    private void kill(int id) {
        if (cluster.get(id) == null) {
            return;
        }
        tally.add(Count.KILLS);
        cluster.stop(id);
        cluster.disk(id).kill(chance, plan.tornPerMille());
        rest(id);
    }

    /** The machine will lose power, and its disk may have been lying for a while by then. */
    private void losePowerSoon(int id) {
        if (harmed == NOBODY && cluster.get(id) != null && chance.perMille(plan.lostSyncPerMille())) {
            harmed = id;
            lies = true;
            cluster.disk(id).loseSyncs();
            powerLossAt = tick + chance.between(1, MOST_LYING_TICKS);
        } else if (!(lies && id == harmed)) {
            losePower(id);
        }
    }

    private void losePower(int id) {
        if (cluster.get(id) != null) {
            tally.add(Count.POWER_LOSSES);
            cluster.stop(id);
        }
        int lost = cluster.disk(id).losePower(chance, plan.tornPerMille());
        if (lies && id == harmed) {
            tally.add(Count.LOST_SYNCS, lost > 0 ? 1 : 0);
            lies = false;
            powerLossAt = Long.MAX_VALUE;
        }
        rest(id);
    }

    /** A member that is down for a while; a bit of its disk may turn meanwhile. */
    private void rest(int id) {
        memberUpAt[id] = tick + chance.between(LEAST_DOWN_TICKS, MOST_DOWN_TICKS);
        if (harmed == NOBODY && chance.perMille(plan.bitFlipPerMille())) {
            harmed = id;
            cluster.disk(id).flipBit(chance);
        }
    }

    private void killSender(int index) {
        if (senders.get(index).isUp()) {
            tally.add(Count.SENDER_KILLS);
            senders.get(index).kill();
            senderUpAt[index] = tick + chance.between(LEAST_DOWN_TICKS, MOST_DOWN_TICKS);
        }
    }

    private void starts(boolean now) {
        for (int id = 0; id < LogMember.MEMBERS; id++) {
            if (cluster.get(id) == null && (now || tick >= memberUpAt[id])) {
                cluster.start(id, id == harmed);
            }
        }
        for (int index = 0; index < senders.size(); index++) {
            if (!senders.get(index).isUp() && (now || tick >= senderUpAt[index])) {
                senders.get(index).start();
            }
        }
    }

    private void noticeRecovery() {
        if (harmed != NOBODY && !lies) {
            Member member = cluster.get(harmed);
            if (member != null && !member.log().isOnProbation()) {
                harmed = NOBODY;
            }
        }
    }

    /** Everything is mended and comes up, and nothing goes wrong any more. */
    void clear() {
        if (lies) {
            losePower(harmed);
        }
        network.calm();
        starts(true);
    }
}
