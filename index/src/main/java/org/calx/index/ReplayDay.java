package org.calx.index;

import java.time.LocalDate;

/**
 * Which day of the data stands for a business date.
 *
 * @param businessDate the venue's date
 * @param dataDate the day whose figures are shown
 * @param shiftWeeks whole weeks between the two, at least 0 if the data are older; weekdays agree
 */
public record ReplayDay(LocalDate businessDate, LocalDate dataDate, long shiftWeeks) {}
