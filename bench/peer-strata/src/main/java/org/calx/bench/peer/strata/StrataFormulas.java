package org.calx.bench.peer.strata;

import com.opengamma.strata.basics.value.ValueDerivatives;
import com.opengamma.strata.pricer.impl.option.BlackFormulaRepository;
import org.calx.bench.pricing.OptionSample;
import org.calx.bench.pricing.PricingPeer;

/** {@code BlackFormulaRepository} of Strata; its prices are undiscounted. */
public final class StrataFormulas implements PricingPeer {

    /** The fastest way that Strata has: price, delta, vega and theta by its adjoint, and gamma. */
    @Override
    public double adjoint(OptionSample sample) {
        double sum = 0;
        for (int i = 0; i < sample.size(); i++) {
            double forward = sample.forward()[i];
            double strike = sample.strike()[i];
            double years = sample.expiryYears()[i];
            double volatility = sample.volatility()[i];
            ValueDerivatives value =
                    BlackFormulaRepository.priceAdjoint(forward, strike, years, volatility, sample.call()[i]);
            double gamma = BlackFormulaRepository.gamma(forward, strike, years, volatility);
            sum += value.getValue() + value.getDerivative(0) + value.getDerivative(2) + value.getDerivative(3) + gamma;
        }
        return sum;
    }

    @Override
    public double fiveCalls(OptionSample sample) {
        double sum = 0;
        for (int i = 0; i < sample.size(); i++) {
            double forward = sample.forward()[i];
            double strike = sample.strike()[i];
            double years = sample.expiryYears()[i];
            double volatility = sample.volatility()[i];
            boolean call = sample.call()[i];
            sum += BlackFormulaRepository.price(forward, strike, years, volatility, call)
                    + BlackFormulaRepository.delta(forward, strike, years, volatility, call)
                    + BlackFormulaRepository.gamma(forward, strike, years, volatility)
                    + BlackFormulaRepository.vega(forward, strike, years, volatility)
                    + BlackFormulaRepository.driftlessTheta(forward, strike, years, volatility);
        }
        return sum;
    }

    @Override
    public double impliedVolatilities(OptionSample sample, double[] undiscounted) {
        double sum = 0;
        for (int i = 0; i < sample.size(); i++) {
            sum += BlackFormulaRepository.impliedVolatility(
                    undiscounted[i],
                    sample.forward()[i],
                    sample.strike()[i],
                    sample.expiryYears()[i],
                    sample.call()[i]);
        }
        return sum;
    }
}
