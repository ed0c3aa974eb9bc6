package org.calx.cluster;

/**
 * How far a recorded stream reaches. A replica that was restarted makes events again that it had recorded: they are
 * dropped by their number, and what follows must go on without a gap.
 */
public final class RecordedSequence {
    private long lastSequence;

    /** Goes on after what a recording holds: its last event, 0 for none. */
    public RecordedSequence(long lastSequence) {
        this.lastSequence = lastSequence;
    }

    /** Number of the last event recorded, 0 for none. */
    public long last() {
        return lastSequence;
    }

    /**
     * Whether a batch is to be recorded; false if it is already.
     *
     * @throws IllegalStateException if events before it are missing
     */
    public boolean isNew(long firstSequence, long batchLastSequence) {
        if (batchLastSequence <= lastSequence) {
            return false;
        }
        requireNext(firstSequence);
        return true;
    }

    /** A new batch has been recorded. */
    public void recorded(long batchLastSequence) {
        lastSequence = batchLastSequence;
    }

    /** The state goes on after this event. @throws IllegalStateException if the recording ends before it */
    public void resumeAfter(long sequence) {
        if (sequence > lastSequence) {
            requireNext(sequence + 1);
        }
    }

    private void requireNext(long sequence) {
        if (lastSequence != 0 && sequence != lastSequence + 1) {
            throw new IllegalStateException("the recorded stream ends with event " + lastSequence
                    + " and the log goes on with event " + sequence
                    + ": the recording has lost events; restore the node's folder from another member or a copy");
        }
    }
}
