package org.calx.index.product;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.calx.index.BusinessCalendar;

/**
 * Which months are held at the end of a business day: the next month, whose days are all still open, until the last five business
 * days of the month before it; on each of these a fifth more of the month after it. So nothing is held whose price is partly known.
 */
final class RollSchedule {
    /** Business days over which a roll goes. */
    static final int ROLL_DAYS = 5;

    private RollSchedule() {}

    /** Shares of lots by contract, named by its first day; they sum to 1. */
    static SequencedMap<LocalDate, Double> heldAfter(LocalDate day) {
        YearMonth month = YearMonth.from(day);
        List<LocalDate> business = BusinessCalendar.COMPUTE.daysOf(month);
        int rolled = (int) business.stream().filter(one -> !one.isAfter(day)).count() - (business.size() - ROLL_DAYS);
        double share = Math.clamp((double) rolled / ROLL_DAYS, 0, 1);
        TreeMap<LocalDate, Double> held = new TreeMap<>();
        if (share < 1) {
            held.put(month.plusMonths(1).atDay(1), 1 - share);
        }
        if (share > 0) {
            held.put(month.plusMonths(2).atDay(1), share);
        }
        return held;
    }
}
