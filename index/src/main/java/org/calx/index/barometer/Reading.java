package org.calx.index.barometer;

import java.util.Locale;

/**
 * One measure.
 *
 * @param measure its name
 * @param scope the model, region or term that it is about; {@code all} for all
 * @param value its value; NaN if it cannot be estimated
 * @param standardError NaN if it has none
 * @param status how far it can be relied on
 * @param note what it is in words, or why it cannot be estimated
 */
public record Reading(String measure, String scope, double value, double standardError, Status status, String note) {

    /** How far a measure can be relied on. */
    public enum Status {
        OBSERVED,
        /** Moves with what is meant, and is not it. */
        PROXY,
        ESTIMATED,
        NOT_ESTIMABLE
    }

    static Reading observed(String measure, String scope, double value, String note) {
        return new Reading(measure, scope, value, Double.NaN, Status.OBSERVED, note);
    }

    static Reading proxy(String measure, String scope, double value, String note) {
        return new Reading(measure, scope, value, Double.NaN, Status.PROXY, note);
    }

    static Reading notEstimable(String measure, String scope, String why) {
        return new Reading(measure, scope, Double.NaN, Double.NaN, Status.NOT_ESTIMABLE, why);
    }

    /** As a line {@code measure,scope,value,standard_error,status,note}. */
    public String line() {
        return measure + "," + scope + "," + decimal(value) + "," + decimal(standardError) + ","
                + status.name().toLowerCase(Locale.ROOT).replace('_', '-') + ",\"" + note + "\"";
    }

    private static String decimal(double number) {
        return Double.isNaN(number) ? "" : String.format(Locale.ROOT, "%.6f", number);
    }
}
