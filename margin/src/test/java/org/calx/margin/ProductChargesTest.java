package org.calx.margin;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Random;
import org.calx.model.MarginPolicy;
import org.junit.jupiter.api.Test;

class ProductChargesTest {
    private static final long SEED = Long.getLong("calx.seed", 20261127);

    @Test
    void concentrationIsRoundedUpOnce() {
        assertThat(charges(3, 2).concentrationMicros(5)).isEqualTo(1);
        assertThat(charges(3, 100_000_001).concentrationMicros(4)).isEqualTo(11_111_112);
        assertThat(charges(10, 473_000_001).concentrationMicros(11)).isEqualTo(4_730_001);
        assertThat(charges(10, 473_000_001).concentrationMicros(10)).isZero();
        assertThat(charges(0, 473_000_001).concentrationMicros(1_000)).isZero();
    }

    @Test
    void concentrationIsTheExactQuotientAndEndsAtItsLimit() {
        Random random = new Random(SEED);
        System.out.println("ProductChargesTest: -Dcalx.seed=" + SEED);
        int limited = 0;
        for (int round = 0; round < 100_000; round++) {
            long lots = 1 + (long) Math.exp(20 * random.nextDouble());
            long micros = random.nextLong(1_000_000_000_000_001L);
            long reach = lots + 1 + (long) Math.exp(16 * random.nextDouble());
            BigInteger whole = BigInteger.valueOf(lots).pow(2);
            BigInteger product = BigInteger.valueOf(micros)
                    .multiply(BigInteger.valueOf(reach - lots).pow(2));
            BigInteger up = product.add(whole).subtract(BigInteger.ONE).divide(whole);
            BigInteger limit = BigInteger.valueOf(ProductCharges.MAX_CONCENTRATION_MICROS);
            limited += up.compareTo(limit) > 0 ? 1 : 0;
            assertThat(charges(lots, micros).concentrationMicros(reach))
                    .as("%d micros, %d lots above %d", micros, reach - lots, lots)
                    .isEqualTo(up.min(limit).longValueExact());
        }
        assertThat(limited).isBetween(100, 99_900);
    }

    private static ProductCharges charges(long lots, long micros) {
        return new ProductCharges(0, lots, micros, SpreadCharges.NONE, MarginPolicy.defaults(1));
    }
}
