package org.calx.core.liveness;

/** One life of a sender that has sessions: as long as it is heard, its clients are there. */
final class Link {
    final int senderId;
    final int epoch;

    /** Log time at which its silence has been too long. */
    long dueNs = Deadlines.NEVER;

    /** How many sessions it holds. */
    int sessions;

    Link(int senderId, int epoch) {
        this.senderId = senderId;
        this.epoch = epoch;
    }

    /** Its id among all lives of all senders. */
    long id() {
        return id(senderId, epoch);
    }

    static long id(int senderId, int epoch) {
        return (long) senderId << Integer.SIZE | Integer.toUnsignedLong(epoch);
    }
}
