package org.calx.risk.fund;

/**
 * The three ways that EU decision 2021/85 and regulation 153/2013 article 28 leave a clearing house against margin that falls too far
 * in calm times, each as a function of what the model says today.
 */
public enum MarginFloor {
    /** A buffer of 25 %, which a rise of the model's margin uses up first and which is filled again by 2 % of margin a day. */
    BUFFER {
        @Override
        public double margin(double model, double stressed, double tenYear, double yesterday) {
            double whole = 1.25 * model;
            return Math.max(model, yesterday > 0 ? Math.min(whole, 1.02 * yesterday) : whole);
        }
    },
    /** A quarter of the weight on stressed observations. */
    STRESS_WEIGHT {
        @Override
        public double margin(double model, double stressed, double tenYear, double yesterday) {
            return Math.max(model, 0.75 * model + 0.25 * stressed);
        }
    },
    /** Never below the margin that ten years' volatility gives. */
    TEN_YEARS {
        @Override
        public double margin(double model, double stressed, double tenYear, double yesterday) {
            return Math.max(model, tenYear);
        }
    };

    /**
     * Margin to require.
     *
     * @param model what the model says today
     * @param stressed what it says on stressed observations
     * @param tenYear what it says at the volatility of ten years
     * @param yesterday what was required yesterday, 0 for nothing
     */
    public abstract double margin(double model, double stressed, double tenYear, double yesterday);
}
