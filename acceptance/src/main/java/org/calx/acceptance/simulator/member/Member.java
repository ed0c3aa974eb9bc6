package org.calx.acceptance.simulator.member;

import java.util.List;
import org.agrona.concurrent.UnsafeBuffer;
import org.calx.acceptance.simulator.Defect;
import org.calx.acceptance.simulator.log.LogEntry;
import org.calx.acceptance.simulator.log.LogMember;
import org.calx.acceptance.simulator.log.LogMessage;
import org.calx.acceptance.simulator.log.Vote;
import org.calx.acceptance.simulator.tally.Count;
import org.calx.acceptance.simulator.tally.Tally;
import org.calx.acceptance.simulator.world.Chance;
import org.calx.acceptance.simulator.world.SimulatedDisk;
import org.calx.acceptance.simulator.world.SimulatedNetwork;
import org.calx.cluster.EventSink;
import org.calx.cluster.ReplicatedExchange;
import org.calx.cluster.SnapshotInput;

/** One life of a member's process: its part in the log, the exchange, its recorded stream, its snapshots. */
public final class Member implements SimulatedNetwork.Endpoint {
    private static final String LOG = "log";
    private static final String EVENTS = "events";
    private static final int MOST_ENTRIES_A_TICK = 1_024;

    private final int id;
    private final Assembly assembly;
    private final Observer observer;
    private final SimulatedDisk disk;
    private final Snapshots snapshots;
    private final Tally tally;
    private final LogMember log;
    private final LogMember.Links links;
    private final int countedInOneStep;
    private final long snapshotInterval;
    private final UnsafeBuffer view = new UnsafeBuffer(0, 0);

    private ReplicatedExchange exchange;
    private Recording recording;
    private Assembly.Messages messages;
    private long applied;
    private long snapshotAt;
    private long timerIndex;
    private boolean snapshotUnsynced;

    /**
     * Starts a member from what its disk holds.
     *
     * @param others the other members' disks, for what has to be restored from a good copy
     * @param mayHaveLost whether its disk may have lost what it had confirmed
     * @param countedInOneStep positions and orders that a command or step counts anew after a change of parameters
     */
    public Member(
            int id,
            SimulatedDisk disk,
            List<SimulatedDisk> others,
            Vote vote,
            boolean mayHaveLost,
            int countedInOneStep,
            LogMember.Links links,
            Assembly assembly,
            Observer observer,
            Chance chance,
            Tally tally) {
        this.id = id;
        this.disk = disk;
        this.assembly = assembly;
        this.observer = observer;
        this.tally = tally;
        this.links = links;
        this.countedInOneStep = countedInOneStep;
        snapshotInterval = chance.between(500, 3_000);
        snapshots = new Snapshots(disk, assembly, tally);
        log = new LogMember(id, vote, disk.file(LOG), mayHaveLost, assembly.logRules(), links, chance, tally);
        recording = assembly.recording(disk.file(EVENTS), tally).open();
        begin();
        recover(others);
        snapshotAt = applied + snapshotInterval;
    }

    private void begin() {
        EventSink sink = (buffer, length, firstSequence, lastSequence) -> {
            observer.onBatch(id, buffer, length);
            recording.onBatch(buffer, length, firstSequence, lastSequence);
        };
        exchange = new ReplicatedExchange(assembly.events(id, sink), countedInOneStep);
        messages = assembly.messages(id, entry -> {
            view.wrap(entry.payload());
            exchange.onMessage(entry.timestampNs(), view, 0, view.capacity());
        });
    }

    /** Loads the newest snapshot that is whole; the log has the rest. */
    private void recover(List<SimulatedDisk> others) {
        for (long index : snapshots.indexes(log.lastIndex())) {
            SnapshotInput snapshot = snapshots.read(index);
            if (snapshot == null) {
                continue;
            }
            if (resume(exchange.readFrom(assembly.snapshotReader(snapshot)), others)) {
                tally.add(Count.SNAPSHOT_RECOVERIES);
                observer.onSnapshot(id, index, exchange);
                applied = index;
                log.knowCommitted(index);
                return;
            }
            begin();
        }
    }

    /** Lets the recording go on after an event; one that ends before it is replaced by another member's. */
    private boolean resume(long lastSequence, List<SimulatedDisk> others) {
        if (canResume(lastSequence)) {
            return true;
        }
        for (SimulatedDisk other : others) {
            disk.file(EVENTS).copyFrom(other.file(EVENTS));
            recording = assembly.recording(disk.file(EVENTS), tally).open();
            if (recording.lastSequence() >= lastSequence) {
                tally.add(Count.RESTORED_RECORDINGS);
                return canResume(lastSequence);
            }
        }
        return false;
    }

    private boolean canResume(long lastSequence) {
        try {
            recording.resumeAfter(lastSequence);
            return recording.lastSequence() >= lastSequence;
        } catch (IllegalStateException eventsLost) {
            return false;
        }
    }

    @Override
    public void onMessage(int from, Object message) {
        log.onMessage(from, (LogMessage) message);
    }

    /** Lets a tick pass: the log moves, what counts is carried out, a snapshot is taken when it is time. */
    public void onTick() {
        disk.mark();
        if (snapshotUnsynced) {
            snapshots.sync();
            snapshotUnsynced = false;
        }
        log.onTick();
        long end = Math.min(log.commitIndex(), applied + MOST_ENTRIES_A_TICK);
        while (applied < end) {
            carryOut(applied + 1);
            applied++;
        }
        if (applied >= snapshotAt) {
            takeSnapshot();
        }
        fireTimer();
    }

    /** A leader lets the log's timer fire when its exchange wants that, and not again until it has. */
    private void fireTimer() {
        if (!log.isLeader()) {
            timerIndex = 0;
        } else if (timerIndex <= applied && links.nowNs() >= exchange.nextTimerNs()) {
            timerIndex = log.fireTimer();
        }
    }

    private void carryOut(long index) {
        LogEntry entry = log.entry(index);
        observer.beforeEntry(id, index, entry);
        try {
            carryOut(entry);
        } catch (Defect defect) {
            throw defect;
        } catch (RuntimeException e) {
            throw new Defect("member " + id + " stopped at entry " + index + " of the log: " + e, e);
        }
        observer.afterEntry(id, index, exchange);
    }

    private void carryOut(LogEntry entry) {
        if (entry.isNewLeader()) {
            assembly.newLeader(id, () -> exchange.onNewLeader(entry.timestampNs()));
        } else if (entry.isTimer()) {
            assembly.timer(id, () -> exchange.onTimer(entry.timestampNs()));
        } else {
            messages.onMessage(entry);
        }
    }

    /** The recording is stored before a snapshot knows of it. */
    private void takeSnapshot() {
        recording.sync();
        snapshots.write(exchange, applied);
        observer.onSnapshot(id, applied, exchange);
        snapshotUnsynced = true;
        snapshotAt = applied + snapshotInterval;
    }

    /** Checks every invariant of its state. */
    public void audit() {
        try {
            exchange.audit();
        } catch (RuntimeException e) {
            throw new Defect("member " + id + ": " + e.getMessage(), e);
        }
    }

    /** How far it is, for people. */
    @Override
    public String toString() {
        return "member " + id + (log.isLeader() ? " leads" : " follows") + " in term " + log.term()
                + (log.isOnProbation() ? " on probation" : "") + " with " + log.lastIndex() + " entries, "
                + log.commitIndex() + " that count, " + applied + " carried out";
    }

    /** Its part in the log. */
    public LogMember log() {
        return log;
    }

    /** Index of the last entry carried out. */
    public long applied() {
        return applied;
    }

    /** Its recorded stream. */
    public Recording recording() {
        return recording;
    }

    /** Digest of its state. */
    public long stateDigest() {
        return exchange.stateDigest();
    }
}
