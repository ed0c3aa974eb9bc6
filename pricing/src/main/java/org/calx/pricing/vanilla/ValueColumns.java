package org.calx.pricing.vanilla;

/**
 * What a kernel computes, one array for each figure; arrays are longer than the options by the padding of
 * {@link OptionColumns}.
 *
 * <p>Derivatives are of the discounted price, by the forward (delta, gamma, speed), the volatility (vega, volga), both
 * (vanna) and the passing of time (theta, and charm for delta), per 1.00 and per year. Rho holds the forward.
 */
public final class ValueColumns {
    final double[] price;
    final double[] delta;
    final double[] gamma;
    final double[] vega;
    final double[] theta;
    final double[] rho;
    final double[] vanna;
    final double[] volga;
    final double[] charm;
    final double[] speed;

    /** @param size number of options, at least 0 */
    public ValueColumns(int size) {
        int length = Math.ceilDiv(size, OptionColumns.LANES) * OptionColumns.LANES;
        price = new double[length];
        delta = new double[length];
        gamma = new double[length];
        vega = new double[length];
        theta = new double[length];
        rho = new double[length];
        vanna = new double[length];
        volga = new double[length];
        charm = new double[length];
        speed = new double[length];
    }

    public double[] price() {
        return price;
    }

    public double[] delta() {
        return delta;
    }

    public double[] gamma() {
        return gamma;
    }

    public double[] vega() {
        return vega;
    }

    public double[] theta() {
        return theta;
    }

    public double[] rho() {
        return rho;
    }

    public double[] vanna() {
        return vanna;
    }

    public double[] volga() {
        return volga;
    }

    public double[] charm() {
        return charm;
    }

    public double[] speed() {
        return speed;
    }

    /** One option's figures. */
    public OptionValue at(int i) {
        return new OptionValue(
                price[i], delta[i], gamma[i], vega[i], theta[i], rho[i], vanna[i], volga[i], charm[i], speed[i]);
    }

    /** Marks one option as outside the domain; all its figures, or the five of the short pass. */
    public void setNaN(int i, boolean all) {
        price[i] = Double.NaN;
        delta[i] = Double.NaN;
        gamma[i] = Double.NaN;
        vega[i] = Double.NaN;
        theta[i] = Double.NaN;
        if (all) {
            rho[i] = Double.NaN;
            vanna[i] = Double.NaN;
            volga[i] = Double.NaN;
            charm[i] = Double.NaN;
            speed[i] = Double.NaN;
        }
    }
}
