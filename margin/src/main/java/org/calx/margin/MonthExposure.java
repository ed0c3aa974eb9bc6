package org.calx.margin;

import java.util.List;

/**
 * What an account has in one contract month.
 *
 * @param positionLots signed
 * @param lossMicrosPerLot the month's risk array
 * @param orders the account's working orders in the month
 */
public record MonthExposure(long positionLots, long[] lossMicrosPerLot, List<OpenOrder> orders) {}
