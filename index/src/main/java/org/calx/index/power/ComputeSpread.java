package org.calx.index.power;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** What a GPU-hour earns above the power that it takes. */
public final class ComputeSpread {
    /**
     * Watt-hours of a GPU-hour at the meter: 10.2 kW for a node of eight H100 (SXM), times 1.25 for cooling and losses of the site,
     * over eight. Other models and sites differ, so that a user gives their own.
     */
    public static final int H100_WATT_HOURS = 1_594;

    private static final BigDecimal WATT_HOURS_PER_MWH = BigDecimal.valueOf(1_000_000);

    private ComputeSpread() {}

    /**
     * Micro-dollars a GPU-hour.
     *
     * @param computeMicros micro-dollars per GPU-hour
     * @param powerMicros micro-euro (or other currency) per MWh
     * @param wattHours power of a GPU-hour
     * @param usdPerUnit dollars for a unit of the currency of the power
     */
    public static long micros(long computeMicros, long powerMicros, int wattHours, BigDecimal usdPerUnit) {
        BigDecimal power = BigDecimal.valueOf(powerMicros)
                .multiply(BigDecimal.valueOf(wattHours))
                .divide(WATT_HOURS_PER_MWH)
                .multiply(usdPerUnit);
        return computeMicros - power.setScale(0, RoundingMode.HALF_UP).longValueExact();
    }
}
