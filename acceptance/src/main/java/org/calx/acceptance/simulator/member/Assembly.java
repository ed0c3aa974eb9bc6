package org.calx.acceptance.simulator.member;

import org.calx.acceptance.simulator.log.LogEntry;
import org.calx.acceptance.simulator.log.LogRules;
import org.calx.acceptance.simulator.tally.Tally;
import org.calx.acceptance.simulator.world.SimulatedFile;
import org.calx.api.client.CommandLog;
import org.calx.api.client.EventCursor;
import org.calx.cluster.EventSink;
import org.calx.cluster.SnapshotInput;
import org.calx.core.snapshot.SnapshotReader;
import org.calx.core.snapshot.SnapshotWriter;

/**
 * The pieces that a simulation is put together from. Each is what it should be; a test that wants to know whether a
 * defect would be found plants it by overriding one.
 */
public class Assembly {

    /** Carries out messages of the log on one member. */
    public interface Messages {
        /** Carries out the next message. */
        void onMessage(LogEntry entry);
    }

    /** What a member does with a message of the log. */
    public Messages messages(int memberId, Messages real) {
        return real;
    }

    /** What a member does when the log's timer fires. */
    public void timer(int memberId, Runnable real) {
        real.run();
    }

    /** What a member does when the log has a new leader. */
    public void newLeader(int memberId, Runnable real) {
        real.run();
    }

    /** What a member does with its events before anyone sees them. */
    public EventSink events(int memberId, EventSink real) {
        return real;
    }

    /** What a member records, from a file. */
    public Recording recording(SimulatedFile file, Tally tally) {
        return new Recording(file, tally);
    }

    /** What a snapshot is written with. */
    public SnapshotWriter snapshotWriter(SnapshotWriter real) {
        return real;
    }

    /** What a snapshot is read with. */
    public SnapshotReader snapshotReader(SnapshotInput real) {
        return real;
    }

    /** A file on a member's disk. */
    public SimulatedFile file() {
        return new SimulatedFile();
    }

    /** The rules of the replicated log. */
    public LogRules logRules() {
        return new LogRules();
    }

    /** A sender's way to the log. */
    public CommandLog commandLog(int senderId, CommandLog real) {
        return real;
    }

    /** A reader's place in the stream. */
    public EventCursor cursor(long afterSequence) {
        return new EventCursor(afterSequence);
    }

    /** A leader has begun a term. */
    public void onLeader(long term) {}
}
