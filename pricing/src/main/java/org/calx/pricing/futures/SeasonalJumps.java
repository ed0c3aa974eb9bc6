package org.calx.pricing.futures;

/**
 * A power price of any sign: a season that is known, a deviation that reverts to 0, and jumps of the deviation at random times
 * (after J. Lucia and E. Schwartz, "Electricity prices and power derivatives", 2002, with jumps). The season is a level, a yearly wave,
 * and a shift on two days of seven. All rates a year.
 *
 * @param level mean price
 * @param yearlyAmplitude of the wave, and {@code peakYears} when in the year it is highest
 * @param weekendShift added on Saturdays and Sundays
 * @param meanReversion kappa, above 0
 * @param volatility of the deviation, in prices, not negative
 * @param jumpsAYear expected number, not negative
 * @param jumpMean mean of a jump, in prices
 * @param jumpDeviation of a jump, not negative
 */
public record SeasonalJumps(
        double level,
        double yearlyAmplitude,
        double peakYears,
        double weekendShift,
        double meanReversion,
        double volatility,
        double jumpsAYear,
        double jumpMean,
        double jumpDeviation) {

    /** Checks the ranges. @throws IllegalArgumentException outside them */
    public SeasonalJumps {
        boolean holds = meanReversion > 0 && volatility >= 0 && jumpsAYear >= 0 && jumpDeviation >= 0;
        double all = level + yearlyAmplitude + peakYears + weekendShift + meanReversion + volatility;
        if (!holds || !Double.isFinite(all + jumpsAYear + jumpMean + jumpDeviation)) {
            throw new IllegalArgumentException("meanReversion is above 0; volatility, jumpsAYear and jumpDeviation are "
                    + "not negative; all are finite");
        }
    }

    /** The season's price. @param yearOfTime years since the beginning of a year */
    public double season(double yearOfTime, boolean weekend) {
        return level
                + yearlyAmplitude * Math.cos(2 * Math.PI * (yearOfTime - peakYears))
                + (weekend ? weekendShift : 0);
    }

    /** Expected price of a day. @param deviation of today's price from its season, @param years until the day */
    public double expected(double deviation, double years, double yearOfTime, boolean weekend) {
        double kept = Math.exp(-meanReversion * years);
        return season(yearOfTime, weekend) + kept * deviation + jumpsAYear * jumpMean * (1 - kept) / meanReversion;
    }

    /** Variance of a day's price: {@code (volatility^2 + jumps E[J^2]) (1 - e^(-2 kappa T)) / (2 kappa)}. */
    public double variance(double years) {
        double jump = jumpsAYear * (jumpMean * jumpMean + jumpDeviation * jumpDeviation);
        return (volatility * volatility + jump) * -Math.expm1(-2 * meanReversion * years) / (2 * meanReversion);
    }

    /**
     * What a future on the mean of a period is worth.
     *
     * @param firstYears until its first day, {@code yearOfTime} of that day, and its weekday, 1 for Monday
     * @param days of the period, from 1
     */
    public double future(double deviation, double firstYears, double yearOfTime, int weekday, int days) {
        if (days < 1 || weekday < 1 || weekday > 7 || !(firstYears >= 0)) {
            throw new IllegalArgumentException("days " + days + ", weekday " + weekday + ", firstYears " + firstYears);
        }
        double sum = 0;
        for (int day = 0; day < days; day++) {
            boolean weekend = (weekday - 1 + day) % 7 >= 5;
            sum += expected(deviation, firstYears + day / 365.0, yearOfTime + day / 365.0, weekend);
        }
        return sum / days;
    }
}
