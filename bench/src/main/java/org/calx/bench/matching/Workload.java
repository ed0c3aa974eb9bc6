package org.calx.bench.matching;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.LongBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A recorded stream of orders as flat integers.
 *
 * <p>A file is little-endian 64-bit integers: the number of prefill commands, the number of all commands, the highest
 * order id, then {@link #STRIDE} integers a command: operation, order id, user id, side (0 bid, 1 ask), price, quantity.
 *
 * @param prefill commands at the start that build the book and are not timed
 * @param total all commands, prefill included
 * @param highestOrderId order ids run from 0 to this
 * @param commands the commands, {@link #STRIDE} integers each
 */
public record Workload(int prefill, int total, int highestOrderId, long[] commands) {

    /** Integers a command. */
    public static final int STRIDE = 6;

    /** Integers before the first command. */
    public static final int HEADER = 3;

    /** Rests what does not trade at once. */
    public static final int GOOD_TILL_CANCEL = 0;

    /** Trades at once or is dropped. */
    public static final int IMMEDIATE_OR_CANCEL = 1;

    /** Trades all of its quantity for at most (bid) or at least (ask) its price field in total, or nothing. */
    public static final int FILL_OR_KILL_BUDGET = 2;

    /** Takes the order out. */
    public static final int CANCEL = 3;

    /** Lowers the order by its quantity field. */
    public static final int REDUCE = 4;

    /** Takes the order to its price field, at the back of the queue; it may trade. */
    public static final int MOVE = 5;

    /** Cancels the order and enters it again with its price and quantity fields. */
    public static final int MODIFY = 6;

    /** Reads an uncompressed workload file. */
    public static Workload read(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            LongBuffer longs = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size())
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .asLongBuffer();
            int prefill = Math.toIntExact(longs.get());
            int total = Math.toIntExact(longs.get());
            int highestOrderId = Math.toIntExact(longs.get());
            if (longs.remaining() != Math.multiplyExact(total, STRIDE) || prefill < 0 || prefill > total) {
                throw new IOException(file + " is not a workload: its header names " + total + " commands, it holds "
                        + longs.remaining() + " integers");
            }
            long[] commands = new long[longs.remaining()];
            longs.get(commands);
            return new Workload(prefill, total, highestOrderId, commands);
        }
    }
}
