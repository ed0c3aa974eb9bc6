package org.calx.acceptance.simulator.load;

import java.util.ArrayList;
import java.util.List;
import org.calx.model.Currency;
import org.calx.model.InstrumentSpec;
import org.calx.model.MarketSpec;
import org.calx.model.ProductClass;
import org.calx.model.ProductParameters;
import org.calx.model.ProductSpec;
import org.calx.model.VenueLimits;

/** What is listed in a simulation, and when: two products of short months, so that one ends every other day. */
public final class Calendar {
    static final int MARKET = 1;
    static final int PRODUCTS = 2;

    /** 2026-09-28: contracts of two months are listed beside each other after some days. */
    static final int FIRST_DAY = 20_724;

    static final int ACCOUNTS = 16;
    static final long CENTER_TICKS = 250;
    static final long TICK_MICROS = 10_000;

    private static final int UNITS_PER_LOT = 730;
    private static final int COMMAND_WINDOW = 512;
    private static final int CLIENT_ORDER_ID_WINDOW = 32;

    private final List<InstrumentSpec> live = new ArrayList<>();
    private final List<Integer> tradable = new ArrayList<>();
    private int lastInstrumentId;
    private boolean isOpen;

    static VenueLimits limits() {
        return new VenueLimits(ACCOUNTS, 64, 80, 14, 9, COMMAND_WINDOW, CLIENT_ORDER_ID_WINDOW);
    }

    static MarketSpec market() {
        return new MarketSpec(MARKET, "COMPUTE", FIRST_DAY);
    }

    static ProductSpec product(int productId) {
        return new ProductSpec(
                productId, "GPU" + productId, ProductClass.COMPUTE, MARKET, Currency.USD, TICK_MICROS, "GPU-hour");
    }

    static ProductParameters parameters(int productId, long makerFeeMicros, long takerFeeMicros, long markStaleNs) {
        return new ProductParameters(
                productId, makerFeeMicros, takerFeeMicros, 400_000, 30, 4, 20, 120, 40_000_000, 3, 10, markStaleNs);
    }

    /** The next month of a product, which ends so many days after today. */
    InstrumentSpec next(int productId, int today, int days) {
        int id = ++lastInstrumentId;
        int lastDay = today + days;
        InstrumentSpec spec = new InstrumentSpec(
                id,
                "GPU" + productId + "-" + id,
                productId,
                today,
                lastDay,
                lastDay,
                UNITS_PER_LOT,
                CENTER_TICKS * TICK_MICROS);
        live.add(spec);
        return spec;
    }

    /** Instruments that have not expired. */
    List<InstrumentSpec> live() {
        return live;
    }

    /** Ids of instruments that traders know of. */
    List<Integer> tradable() {
        return tradable;
    }

    void setTradable(int instrumentId) {
        if (!tradable.contains(instrumentId)) {
            tradable.add(instrumentId);
        }
    }

    /** Whether the market is open as far as the operator knows: traders who know better wait until it is. */
    boolean isOpen() {
        return isOpen;
    }

    void setOpen(boolean open) {
        isOpen = open;
    }

    void expire(InstrumentSpec spec) {
        live.remove(spec);
        tradable.remove(Integer.valueOf(spec.instrumentId()));
    }
}
