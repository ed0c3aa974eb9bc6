package org.calx.pricing.implied;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.calx.pricing.OptionType;
import org.calx.pricing.Seed;
import org.calx.pricing.vanilla.Bachelier;
import org.calx.pricing.vanilla.Black76;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImpliedVolatilityTest {
    /** Units in the last place of forward or strike, whose difference has lost the digits below. */
    private static final int UNITS = 8;

    /** Prices computed with 50 digits (mpmath) from the volatility, then rounded to a double. */
    @ParameterizedTest
    @CsvSource({
        "110, 0.3, 8.1410120489642084918",
        "100.07139426711588, 0.21849720766040862, 8.666923497132649",
        "80.82924993183876, 0.21012941307261807, 1.5304156602170917",
        "99.83653234866053, 0.0009961152408321152, 0.0020917472026835073",
        "100.4994683430333, 0.00018060854543663256, 5.375220303973025e-171",
        "380.11723387287867, 4.2100780463261005, 93.37820851487952",
        "924695.026342083, 2.165432833364761, 0.032512845292231606",
        "1.2572935276071253, 0.22831452697150076, 4.567499988407484e-83"
    })
    void findsTheVolatilityOfAnExactPrice(double strike, double volatility, double price) {
        OptionType type = strike >= 100 ? OptionType.CALL : OptionType.PUT;
        ImpliedVolatility implied = ImpliedVolatility.black76(type, 100, strike, 1, price, 0);
        assertThat(implied.status()).isEqualTo(ImpliedStatus.FOUND);
        double error = Math.abs(implied.volatility() / volatility - 1);
        assertThat(error).isLessThan(8e-15);
    }

    @Test
    void givesThePriceBack() {
        Random random = Seed.random(ImpliedVolatilityTest.class);
        for (int i = 0; i < 20_000; i++) {
            OptionType type = random.nextBoolean() ? OptionType.CALL : OptionType.PUT;
            double strike = 100 * Math.exp(random.nextGaussian());
            double years = 0.01 + 3 * random.nextDouble();
            double volatility = 0.05 + 2 * random.nextDouble();
            double price = Black76.price(type, 100, strike, years, volatility, 0.03);
            ImpliedVolatility implied = ImpliedVolatility.black76(type, 100, strike, years, price, 0.03);
            double back = implied.status() == ImpliedStatus.FOUND || implied.status() == ImpliedStatus.AT_INTRINSIC
                    ? Black76.price(type, 100, strike, years, implied.volatility(), 0.03)
                    : price;
            assertThat(Math.abs(back - price)).isLessThanOrEqualTo(UNITS * Math.ulp(Math.max(100, strike)));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "CALL, 100, 90, 1, 9.99, BELOW_INTRINSIC",
        "CALL, 100, 90, 1, 10, AT_INTRINSIC",
        "CALL, 100, 90, 1, 100, ABOVE_MAXIMUM",
        "PUT, 100, 90, 1, 90, ABOVE_MAXIMUM",
        "PUT, 100, 90, 1, 0, AT_INTRINSIC",
        "PUT, 100, 90, 1, -1, BELOW_INTRINSIC",
        "PUT, -100, 90, 1, 1, OUTSIDE_DOMAIN",
        "PUT, 100, 90, 0, 1, OUTSIDE_DOMAIN",
        "PUT, 100, NaN, 1, 1, OUTSIDE_DOMAIN",
        "PUT, 100, 90, 1, NaN, OUTSIDE_DOMAIN",
        "PUT, 100, 90, 1, Infinity, OUTSIDE_DOMAIN"
    })
    void saysWhyThereIsNone(
            OptionType type, double forward, double strike, double years, double price, ImpliedStatus status) {
        ImpliedVolatility implied = ImpliedVolatility.black76(type, forward, strike, years, price, 0);
        assertThat(implied.status()).isEqualTo(status);
        assertThat(Double.isNaN(implied.volatility())).isEqualTo(status != ImpliedStatus.AT_INTRINSIC);
    }

    @Test
    void normalVolatilityGivesThePriceBack() {
        Random random = Seed.random(ImpliedVolatilityTest.class);
        int found = 0;
        for (int i = 0; i < 20_000; i++) {
            OptionType type = random.nextBoolean() ? OptionType.CALL : OptionType.PUT;
            double forward = 60 * random.nextGaussian();
            double volatility = Math.exp(2 + 2 * random.nextGaussian());
            double years = 0.01 + 3 * random.nextDouble();
            double strike = forward + 3 * volatility * Math.sqrt(years) * random.nextGaussian();
            double price = Bachelier.price(type, forward, strike, years, volatility, 0.03);
            ImpliedVolatility implied = ImpliedVolatility.bachelier(type, forward, strike, years, price, 0.03);
            if (implied.status() == ImpliedStatus.FOUND) {
                found++;
                double back = Bachelier.price(type, forward, strike, years, implied.volatility(), 0.03);
                double size = Math.max(Math.abs(forward), Math.max(Math.abs(strike), price));
                assertThat(Math.abs(back - price)).isLessThanOrEqualTo(UNITS * Math.ulp(size));
            }
        }
        assertThat(found).isGreaterThan(15_000);
        double atTheMoney = 0.4 * Math.sqrt(0.5 / (2 * Math.PI));
        assertThat(ImpliedVolatility.bachelier(OptionType.PUT, -5, -5, 0.5, atTheMoney, 0)
                        .volatility())
                .isCloseTo(0.4, within(1e-15));
        assertThat(ImpliedVolatility.bachelier(OptionType.PUT, -5, 5, 0.5, 9, 0).status())
                .isEqualTo(ImpliedStatus.BELOW_INTRINSIC);
    }
}
