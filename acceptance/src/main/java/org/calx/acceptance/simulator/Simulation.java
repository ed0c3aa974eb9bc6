package org.calx.acceptance.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.calx.acceptance.simulator.judge.Judge;
import org.calx.acceptance.simulator.judge.ViewCheck;
import org.calx.acceptance.simulator.load.Calendar;
import org.calx.acceptance.simulator.load.Load;
import org.calx.acceptance.simulator.load.OperatorLoad;
import org.calx.acceptance.simulator.load.SecondOperatorLoad;
import org.calx.acceptance.simulator.load.Sent;
import org.calx.acceptance.simulator.load.TraderLoad;
import org.calx.acceptance.simulator.log.LogMember;
import org.calx.acceptance.simulator.member.Assembly;
import org.calx.acceptance.simulator.member.Member;
import org.calx.acceptance.simulator.member.Recording;
import org.calx.acceptance.simulator.sender.SenderProcess;
import org.calx.acceptance.simulator.tally.Count;
import org.calx.acceptance.simulator.tally.Tally;
import org.calx.acceptance.simulator.world.Chance;
import org.calx.acceptance.simulator.world.FaultPlan;
import org.calx.acceptance.simulator.world.SimulatedClock;
import org.calx.acceptance.simulator.world.SimulatedNetwork;
import org.calx.model.SenderRole;

/**
 * One seed's world, from an empty log to the end. Everything happens on the caller's thread, and the same seed does the
 * same each time.
 */
public final class Simulation {
    private static final int OPERATOR = 1;
    private static final Map<Integer, SenderRole> OTHERS = new TreeMap<>(
            Map.of(2, SenderRole.GATEWAY, 3, SenderRole.GATEWAY, 4, SenderRole.PARTICIPANT, 5, SenderRole.OPERATOR));
    /** Half of the accounts trade seldom: what changes with parameters alone is not hidden by their orders. */
    private static final int[] GATEWAY_ACCOUNTS = IntStream.concat(
                    IntStream.range(0, 120).map(i -> 1 + i % 8), IntStream.rangeClosed(9, 16))
            .toArray();

    private static final int VIEWER = 2;
    private static final int REQUESTS_A_TICK = 14;
    private static final int MOST_ROUGH_TICKS = 200_000;
    private static final int MOST_QUIET_TICKS = 20_000;
    private static final int IDLE_COMMANDS = 40;
    private static final int LULL_TICKS = 1_200;

    private final long commands;
    private final boolean hasLull;
    private final Tally tally = new Tally();
    private final SimulatedClock clock = new SimulatedClock();
    private final SimulatedNetwork network;
    private final Judge judge;
    private final Cluster cluster;
    private final Weather weather;
    private final OperatorLoad operator;
    private final List<SenderProcess> senders = new ArrayList<>();

    /**
     * A simulation of a seed.
     *
     * @param commands after so many in the log no more are sent
     */
    public Simulation(long seed, long commands, Assembly assembly) {
        this.commands = commands;
        hasLull = seed % 8 == 0;
        Chance chance = new Chance(seed);
        FaultPlan plan = FaultPlan.draw(chance);
        int[] senderAddresses = new int[1 + OTHERS.size()];
        for (int i = 0; i < senderAddresses.length; i++) {
            senderAddresses[i] = LogMember.MEMBERS + i;
        }
        Sent sent = new Sent();
        judge = new Judge(sent, tally);
        network = new SimulatedNetwork(LogMember.MEMBERS + senderAddresses.length, plan, chance.split(), tally);
        cluster = new Cluster(network, clock, senderAddresses, assembly, judge, plan, chance.split(), tally);
        Calendar calendar = new Calendar();
        SecondOperatorLoad second = new SecondOperatorLoad(chance.split());
        operator = new OperatorLoad(calendar, OTHERS, second, clock, chance.split());
        SenderProcess.Surroundings around = new SenderProcess.Surroundings(
                network, cluster::get, clock, sent, judge, assembly, chance.split(), tally);
        add(OPERATOR, false, operator, around);
        OTHERS.forEach((id, role) -> add(
                id,
                id == VIEWER && hasViews(seed),
                role == SenderRole.OPERATOR
                        ? second
                        : new TraderLoad("s" + id, accounts(role), calendar, chance.split()),
                around));
        weather = new Weather(plan, cluster, network, senders, chance.split(), tally);
    }

    /** A gateway's views take a tenth of the time: every other seed has them. */
    private static boolean hasViews(long seed) {
        return seed % 2 != 0;
    }

    private static int[] accounts(SenderRole role) {
        return role == SenderRole.PARTICIPANT ? new int[] {1, 1, 1, 1, 1, 1, 1, 1, 1, 2} : GATEWAY_ACCOUNTS;
    }

    private void add(int senderId, boolean isGateway, Load load, SenderProcess.Surroundings around) {
        SenderProcess sender = new SenderProcess(senderId, LogMember.MEMBERS + senders.size(), isGateway, load, around);
        senders.add(sender);
        sender.start();
    }

    /**
     * Runs to the end.
     *
     * @return the digest of the state that all members have at the end
     * @throws Defect if a promise is broken
     */
    public long run() {
        while (tally.get(Count.COMMANDS) < commands) {
            tick(REQUESTS_A_TICK, true);
            requireProgress();
        }
        weather.clear();
        settle("the senders have their answers", this::isAnswered);
        waitThroughLull();
        settle("the readers have read everything", () -> isAnswered() && isLevel());
        for (int i = 0; i < IDLE_COMMANDS; i++) {
            senders.getFirst().send(operator.idle());
        }
        settle("everything is level", () -> isAnswered() && isLevel());
        settle("everyone is told what must be held", () -> isAnswered() && isLevel() && judge.isEveryoneTold());
        return compareAll();
    }

    /** Long enough for a countdown to run down: most seeds are over before. */
    private void waitThroughLull() {
        for (int i = 0; hasLull && i < LULL_TICKS; i++) {
            tick(0, false);
        }
    }

    private void tick(int requests, boolean rough) {
        tally.add(Count.TICKS);
        clock.advance();
        network.advance();
        if (rough) {
            weather.onTick();
        }
        cluster.onTick();
        for (SenderProcess sender : senders) {
            if (sender.isUp()) {
                sender.onTick(requests);
            }
        }
    }

    private void requireProgress() {
        if (tally.get(Count.TICKS) > MOST_ROUGH_TICKS) {
            throw new Defect("only " + tally.get(Count.COMMANDS) + " commands in " + MOST_ROUGH_TICKS + " ticks; "
                    + cluster + "; " + senders);
        }
    }

    private void settle(String what, BooleanSupplier reached) {
        for (int i = 0; i < MOST_QUIET_TICKS && !reached.getAsBoolean(); i++) {
            tick(0, false);
        }
        if (!reached.getAsBoolean()) {
            throw new Defect(
                    "not reached in " + MOST_QUIET_TICKS + " quiet ticks: " + what + "; " + cluster + "; " + senders);
        }
    }

    private boolean isAnswered() {
        return senders.stream().allMatch(SenderProcess::isAnswered);
    }

    private boolean isLevel() {
        return cluster.isLevel() && senders.stream().allMatch(sender -> sender.lastRead() == judge.lastSequence());
    }

    private long compareAll() {
        List<Recording> recordings = new ArrayList<>();
        for (int id = 0; id < LogMember.MEMBERS; id++) {
            Member member = cluster.get(id);
            if (member.applied() < judge.lastIndex()) {
                throw new Defect("the log ends with entry " + member.applied() + "; entry " + judge.lastIndex()
                        + " had been carried out and is lost");
            }
            judge.compareState(id, member.applied(), member.stateDigest());
            member.audit();
            recordings.add(member.recording());
        }
        judge.compareRecordings(recordings);
        judge.checkPositions();
        if (senders.get(VIEWER - 1).views() != null) {
            ViewCheck.compare(senders.get(VIEWER - 1).views(), judge.model().facts());
        }
        return cluster.get(0).stateDigest();
    }

    /** What has happened so far. */
    public Tally tally() {
        return tally;
    }
}
