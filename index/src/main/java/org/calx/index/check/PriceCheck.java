package org.calx.index.check;

import java.util.Locale;
import org.calx.index.input.Observation;
import org.calx.index.input.RowLog;

/**
 * Measures a price against the history of its series and against its peers.
 *
 * <p>A price is refused outside {@link #BAND} times the peers' median, or after a jump by a factor of {@link #JUMP} or more until
 * it has stood for {@link #DAYS_TO_STAND} days. A jump by the number of GPUs is a change of unit: the side that is nearer to the
 * peers is right. A jump by an exchange rate is named as such.
 */
final class PriceCheck {
    /** Factor from the peers' median at which a price is refused. */
    static final double BAND = 8;
    /** Factor from the series' last figure at which a price waits. */
    static final double JUMP = 2;
    /** Days that a price after a jump must have been seen to be believed, the first included. */
    static final int DAYS_TO_STAND = 3;

    private static final double SAME = 0.02;
    /** Units of a currency for a dollar: renminbi, rupee, yen, won; wide enough for the rates of the last years. */
    private static final double[][] RATES = {{6.3, 7.4}, {80, 95}, {135, 165}, {1250, 1500}};

    private final RowLog log;

    PriceCheck(RowLog log) {
        this.log = log;
    }

    /** What came of a price: taken as it is (perhaps corrected), taken without a move, or refused (null). */
    record Verdict(Observation row, boolean linked) {}

    Verdict check(Observation row, SeriesBook.Series series, long peerMicros) {
        if (!series.hasHistory(row.epochDay())) {
            return refusedByBand(row, peerMicros) ? null : new Verdict(row, false);
        }
        double ratio = (double) row.priceMicros() / series.lastMicros;
        int gpus = row.gpuCount();
        if (gpus > 1 && (isNear(ratio, gpus) || isNear(ratio * gpus, 1))) {
            return unitChange(row, series.lastMicros, peerMicros, isNear(ratio, gpus));
        }
        if (ratio >= JUMP || ratio <= 1 / JUMP) {
            return jump(row, series, ratio);
        }
        return refusedByBand(row, peerMicros) ? null : new Verdict(row, true);
    }

    private static boolean isNear(double value, double target) {
        return Math.abs(value / target - 1) <= SAME;
    }

    private Verdict unitChange(Observation row, long lastMicros, long peerMicros, boolean up) {
        long dearer = Math.max(row.priceMicros(), lastMicros);
        long cheaper = Math.min(row.priceMicros(), lastMicros);
        // Without peers the smaller price is right: the common mistake is the price of the instance.
        boolean dearerIsRight = peerMicros > 0 && (double) dearer / peerMicros < (double) peerMicros / cheaper;
        if (up && !dearerIsRight) {
            log.adjust(row.file(), row.row(), "unit", row.gpuCount() + " times the last figure, divided by it");
            return new Verdict(row.withPrice(Math.max(1, row.priceMicros() / row.gpuCount())), true);
        }
        if (!up && dearerIsRight) {
            log.refuse(row.file(), row.row(), "unit", "1/" + row.gpuCount() + " of the last figure");
            return null;
        }
        log.adjust(row.file(), row.row(), "unit", "the last figure had another unit; taken without a move");
        return new Verdict(row, false);
    }

    private Verdict jump(Observation row, SeriesBook.Series series, double ratio) {
        boolean same = series.pendingMicros != 0
                && Math.abs((double) row.priceMicros() / series.pendingMicros - 1) < 0.1
                && row.epochDay() - series.pendingSince < SeriesBook.FORGOTTEN_AFTER_DAYS;
        if (!same) {
            series.pendingMicros = row.priceMicros();
            series.pendingSince = row.epochDay();
        } else if (row.epochDay() - series.pendingSince >= DAYS_TO_STAND - 1) {
            series.pendingMicros = 0;
            return new Verdict(row, true);
        }
        boolean rate = isRate(ratio);
        log.refuse(
                row.file(),
                row.row(),
                rate ? "currency" : "jump",
                String.format(
                        Locale.ROOT,
                        "%.3f times the last figure%s, until it has stood for %d days",
                        ratio,
                        rate ? ", like an exchange rate" : "",
                        DAYS_TO_STAND));
        return null;
    }

    private boolean refusedByBand(Observation row, long peerMicros) {
        if (peerMicros == 0) {
            return false;
        }
        double multiple = (double) row.priceMicros() / peerMicros;
        boolean rate = isRate(multiple);
        if (multiple < BAND && multiple > 1 / BAND && !rate) {
            return false;
        }
        String found = String.format(Locale.ROOT, "%.3f times the peers' median", multiple);
        log.refuse(row.file(), row.row(), rate ? "currency" : "band", found + (rate ? ", like an exchange rate" : ""));
        return true;
    }

    private static boolean isRate(double multiple) {
        double factor = Math.max(multiple, 1 / multiple);
        for (double[] rate : RATES) {
            if (factor >= rate[0] && factor <= rate[1]) {
                return true;
            }
        }
        return false;
    }
}
