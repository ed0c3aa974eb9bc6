package org.calx.index.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.calx.index.methodology.Methodology;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The index moves when prices move, and stands when only the panel changes. */
class NeedleTest {
    @TempDir
    private Path folder;

    @Test
    void aRiseOfAllMovesItTheSameDay() throws IOException {
        assertThat(moveWhen(10, 1.1)).isBetween(0.09, 0.11);
    }

    @Test
    void aFallOfAllMovesItTheSameDay() throws IOException {
        assertThat(moveWhen(10, 0.9)).isBetween(-0.11, -0.09);
    }

    @Test
    void aRiseOfHalfTheWeightMovesItByHalf() throws IOException {
        assertThat(moveWhen(5, 1.1)).isBetween(0.04, 0.06);
    }

    @Test
    void aWildMoveOfOneProviderIsPulledIn() throws IOException {
        assertThat(moveWhen(1, 1.9)).isBetween(0.0, 0.02);
    }

    @Test
    void aChangeOfThePanelDoesNotMoveIt() throws IOException {
        Market market = Market.ofTen(3);
        for (int provider = 0; provider < 5; provider++) {
            market.offer(3, "p" + provider, 2 + provider / 10.0);
            market.offer(3, "hyper" + provider, 9 + provider);
        }
        Map<String, String[]> fixings = market.fixings(folder, Methodology.CALX_1);
        double before = Market.value(fixings, 2);

        assertThat(Market.value(fixings, 3) / before - 1).isEqualTo(0, within(0.005));
        double mean = Market.value(market.fixings(folder, Methodology.PLAIN_MEAN), 3);
        assertThat(mean / before - 1).as("the naive mean beside it").isGreaterThan(0.5);
    }

    /** The move of the fixing when so many of ten providers change their price by a factor. */
    private double moveWhen(int movers, double factor) throws IOException {
        Market market = Market.ofTen(3);
        for (int provider = 0; provider < 10; provider++) {
            double price = 2 + provider / 10.0;
            market.offer(3, "p" + provider, provider % 2 * 5 + provider / 2 < movers ? price * factor : price);
        }
        Map<String, String[]> fixings = market.fixings(folder, Methodology.CALX_1);
        return Market.value(fixings, 3) / Market.value(fixings, 2) - 1;
    }
}
