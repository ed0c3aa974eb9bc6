package org.calx.bench.roundtrip;

import java.io.IOException;
import java.util.function.LongConsumer;

/** A road to be measured: messages go in by number and come back by number, in order. */
public interface Rig extends AutoCloseable {

    /** Sets everything up, before the first message. */
    void start() throws IOException;

    /** Sends message {@code number}, from 0. @return false if it cannot be taken now */
    boolean send(long number);

    /** Hands over the numbers of the messages that came back. @return work done */
    int poll(LongConsumer returned);

    @Override
    void close() throws IOException;
}
