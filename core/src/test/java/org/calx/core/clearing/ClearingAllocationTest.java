package org.calx.core.clearing;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Random;
import org.calx.core.risk.PreTradeRisk;
import org.calx.model.CommoditySpread;
import org.calx.model.CommoditySpreads;
import org.calx.model.MarginCharges;
import org.calx.model.OrderType;
import org.calx.model.RejectReason;
import org.calx.model.Side;
import org.calx.model.SpreadSide;
import org.calx.model.TimeInForce;
import org.junit.jupiter.api.Test;

/** Once an account has traded an instrument, checking, reserving, filling and cancelling orders allocates nothing. */
class ClearingAllocationTest {
    private static final int ROUNDS = 50_000;
    private static final int ATTEMPTS = 5;

    private final ClearingRig rig = new ClearingRig(new SilentEvents()).list().fund(2, 1_000_000_000);
    private final Clearing clearing = rig.clearing;
    private final PreTradeRisk risk = rig.risk;
    private long refused;

    @Test
    void theOrderAndFillPathAllocatesNothing() {
        allocatesNothing();
    }

    @Test
    void norWithChargesAndCredits() {
        RandomSpreads spreads = new RandomSpreads(new Random(7));
        MarginCharges charges = spreads.charges(1);
        assertThat(charges.isFlat()).isFalse();
        ClearingRig.accept(clearing.rules().setMarginCharges(charges));
        ClearingRig.accept(clearing.rules()
                .setCommoditySpreads(new CommoditySpreads(List.of(new CommoditySpread(
                        1,
                        List.of(
                                new CommoditySpread.Leg(1, SpreadSide.A, 1, 5_000),
                                new CommoditySpread.Leg(3, SpreadSide.B, 2, 5_000)))))));
        rig.trade(1, 2, 1, 250, 400);
        rig.trade(2, 1, 6, 250, 300);
        assertThat(clearing.requirements().creditMicros(1, 1)).isPositive();
        allocatesNothing();
        assertThat(clearing.requirements().creditMicros(1, 1)).isPositive();
    }

    private void allocatesNothing() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        run();
        long least = Long.MAX_VALUE;
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            run();
            least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
        }
        assertThat(refused).isZero();
        assertThat(least).as("bytes over %d rounds", ROUNDS).isLessThan(ROUNDS / 10);
    }

    private void run() {
        for (int round = 0; round < ROUNDS; round++) {
            int instrumentId = 1 + round % 3;
            Side side = round % 2 == 0 ? Side.BUY : Side.SELL;
            submit(1, instrumentId, side);
            submit(2, instrumentId, side.opposite());
            clearing.fill(instrumentId, 250, 3, side, 1, 250, 2);
            clearing.release(1, instrumentId, side, 250, 2);
            clearing.release(2, instrumentId, side.opposite(), 250, 2);
            clearing.endCommand();
        }
    }

    private void submit(int accountId, int instrumentId, Side side) {
        RejectReason terms = risk.checkTerms(
                instrumentId, side, OrderType.LIMIT, TimeInForce.DAY, false, 250, 5, Long.MIN_VALUE, Long.MAX_VALUE, 0);
        RejectReason exposure = risk.checkExposure(accountId, instrumentId, side, 250, 5);
        refused += terms == RejectReason.NONE && exposure == RejectReason.NONE ? 0 : 1;
        clearing.reserve(accountId, instrumentId, side, 250, 5);
    }
}
