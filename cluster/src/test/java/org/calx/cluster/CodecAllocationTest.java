package org.calx.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.calx.api.client.OrderRequest;
import org.calx.api.wire.CommandEncoder;
import org.calx.api.wire.EventDecoder;
import org.calx.core.engine.Exchange;
import org.calx.model.OrderType;
import org.calx.model.RejectReason;
import org.calx.model.Side;
import org.calx.model.TimeInForce;
import org.junit.jupiter.api.Test;

class CodecAllocationTest {
    private static final int WARM_UP = 50_000;
    private static final int MEASURED = 50_000;

    private final EventEncoder events =
            new EventEncoder((buffer, length, first, last) -> {}, EventDecoder.MAX_BATCH_LENGTH);

    @Test
    void encodingTheEventsOfAnOrderAllocatesNothing() {
        assertThat(allocatedBy(this::tellOrder)).isLessThan(MEASURED);
    }

    @Test
    void decodingAnOrderAllocatesNothing() {
        CommandDecoder decoder = new CommandDecoder(new Exchange(events));
        CommandEncoder encoder = new CommandEncoder(1, 1);
        int length = encoder.submitOrder(1, OrderRequest.limit(1, 1, Side.BUY, 250, 1));
        assertThat(allocatedBy(() -> decoder.onCommand(1, encoder.buffer(), 0, length)))
                .isLessThan(MEASURED);
        assertThat(decoder.ignored()).isZero();
    }

    private void tellOrder() {
        events.begin(1);
        events.orderAccepted(1, 1, 1, Side.BUY, OrderType.LIMIT, TimeInForce.DAY, false, 250, 10, 1, 2, 3, 4);
        events.trade(1, 1, 250, 5, Side.BUY, 1, 1, 5, 100, 2, 2, 0, 100);
        events.positionChanged(1, 1, 5, 1_000);
        events.orderRested(1, 1, 1, Side.BUY, 250, 5);
        events.commandResult(1, 1, 1, RejectReason.NONE, 1, false);
    }

    private static long allocatedBy(Runnable work) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        for (int i = 0; i < WARM_UP; i++) {
            work.run();
        }
        long before = threads.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < MEASURED; i++) {
            work.run();
        }
        return threads.getCurrentThreadAllocatedBytes() - before;
    }
}
