package org.calx.acceptance.simulator.model;

import org.calx.model.RejectReason;
import org.calx.model.SenderRole;

/** A sender and its remembered commands: so many places, a command at its sequence modulo their number. */
final class ModelSender {
    /** A command and what became of it. */
    record Remembered(int epoch, long sequence, RejectReason reason, long reference) {}

    final int senderId;
    final SenderRole role;
    final int accountId;
    private final Remembered[] places;
    private int epoch;
    private long highestSequence;

    ModelSender(int senderId, SenderRole role, int accountId, int window) {
        this.senderId = senderId;
        this.role = role;
        this.accountId = accountId;
        places = new Remembered[window];
    }

    Remembered find(int ofEpoch, long sequence) {
        Remembered there = places[(int) (sequence % places.length)];
        return there != null && there.epoch == ofEpoch && there.sequence == sequence ? there : null;
    }

    RejectReason check(int ofEpoch, long sequence) {
        if (ofEpoch < epoch) {
            return RejectReason.STALE_EPOCH;
        }
        boolean tooOld = ofEpoch == epoch && sequence <= highestSequence - places.length;
        return tooOld ? RejectReason.COMMAND_TOO_OLD : RejectReason.NONE;
    }

    void remember(Remembered command) {
        if (command.epoch > epoch) {
            epoch = command.epoch;
            highestSequence = 0;
        }
        highestSequence = Math.max(highestSequence, command.sequence);
        places[(int) (command.sequence % places.length)] = command;
    }
}
