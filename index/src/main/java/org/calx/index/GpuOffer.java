package org.calx.index;

import java.time.LocalDate;

/**
 * What one provider asked for one GPU model on one day.
 *
 * @param date day of the observation
 * @param model GPU model as the exchange names it, for example {@code H100}
 * @param provider who made the offer
 * @param priceMicros micro-dollars per GPU-hour, above 0
 */
public record GpuOffer(LocalDate date, String model, String provider, long priceMicros) {}
