package org.calx.api.client;

import java.util.concurrent.CompletableFuture;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * A sender's commands that have no answer yet, by sequence. They span at most {@link ExchangeClient#MAX_UNANSWERED}
 * sequences, so the exchange still remembers every one of them when it is sent again. Not thread-safe.
 */
final class CommandWindow {
    private static final int MASK = ExchangeClient.MAX_UNANSWERED - 1;
    private static final int MOST_DOUBLINGS = 4;

    private final Unanswered[] commands = new Unanswered[ExchangeClient.MAX_UNANSWERED];
    private final UnsafeBuffer view = new UnsafeBuffer(0, 0);
    private final long resendAfterNs;

    private long oldest = 1;
    private long next = 1;
    private long nextToSend = 1;

    CommandWindow(long resendAfterNs) {
        this.resendAfterNs = resendAfterNs;
    }

    /** The sequence that the next command gets. */
    long nextSequence() {
        if (next - oldest > MASK) {
            throw new IllegalStateException(
                    ExchangeClient.MAX_UNANSWERED + " commands without an answer: wait for futures to complete");
        }
        return next;
    }

    /** Holds a command under {@link #nextSequence()}. */
    CompletableFuture<CommandOutcome> add(DirectBuffer buffer, int length) {
        byte[] bytes = new byte[length];
        buffer.getBytes(0, bytes);
        Unanswered command = new Unanswered(bytes);
        commands[(int) next & MASK] = command;
        next++;
        return command.future;
    }

    /** Offers what has not been offered yet, in order, until the log does not take more. */
    int sendNew(CommandLog log, long nowNs) {
        int sent = 0;
        while (nextToSend < next && offer(log, commands[(int) nextToSend & MASK], nowNs)) {
            nextToSend++;
            sent++;
        }
        return sent;
    }

    /** Lets {@link #sendNew} offer everything that is without an answer once more. */
    void rewind() {
        nextToSend = oldest;
    }

    /** Offers again, in order, what has been without an answer for long; each time a command waits twice as long. */
    int sendOverdue(CommandLog log, long nowNs) {
        int sent = 0;
        for (long sequence = oldest; sequence < nextToSend; sequence++) {
            Unanswered command = commands[(int) sequence & MASK];
            if (command != null && nowNs - command.sentNs >= resendAfterNs << command.doublings) {
                if (!offer(log, command, nowNs)) {
                    break;
                }
                command.doublings = Math.min(command.doublings + 1, MOST_DOUBLINGS);
                sent++;
            }
        }
        return sent;
    }

    /** Takes out an answered command. @return its future, or null if it is not waiting */
    CompletableFuture<CommandOutcome> remove(long sequence) {
        if (sequence < oldest || sequence >= next || commands[(int) sequence & MASK] == null) {
            return null;
        }
        CompletableFuture<CommandOutcome> future = commands[(int) sequence & MASK].future;
        commands[(int) sequence & MASK] = null;
        while (oldest < next && commands[(int) oldest & MASK] == null) {
            oldest++;
        }
        nextToSend = Math.max(nextToSend, oldest);
        return future;
    }

    /** Whether nothing waits. */
    boolean isEmpty() {
        return oldest == next;
    }

    long oldest() {
        return oldest;
    }

    long next() {
        return next;
    }

    private boolean offer(CommandLog log, Unanswered command, long nowNs) {
        if (command == null) {
            return true;
        }
        view.wrap(command.bytes);
        if (!log.offer(view, 0, command.bytes.length)) {
            return false;
        }
        command.sentNs = nowNs;
        return true;
    }

    private static final class Unanswered {
        final byte[] bytes;
        final CompletableFuture<CommandOutcome> future = new CompletableFuture<>();
        long sentNs;
        int doublings;

        Unanswered(byte[] bytes) {
            this.bytes = bytes;
        }
    }
}
