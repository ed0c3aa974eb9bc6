package org.calx.index.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.calx.index.input.InputException;
import org.calx.index.methodology.Methodology;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WaterfallTest {
    @TempDir
    private Path folder;

    @Test
    void holdsTheLastFixingForThreeDaysAndThenAsksTheCommittee() throws IOException {
        Market market = Market.ofTen(2);
        for (int day = 2; day < 7; day++) {
            market.offer(day, "p0", 2).offer(day, "p1", 2.1).offer(day, "p2", 9).offer(day, "p3", 2.3);
        }
        Map<String, String[]> fixings = market.fixings(folder, Methodology.CALX_1);

        assertThat(Market.status(fixings, 1)).isEqualTo("quotes");
        for (int day = 2; day < 5; day++) {
            assertThat(Market.status(fixings, day)).isEqualTo("held");
            assertThat(Market.value(fixings, day)).isEqualTo(Market.value(fixings, 1));
        }
        assertThat(Market.status(fixings, 5)).isEqualTo("committee");
    }

    @Test
    void theCommitteeDecidesWhereTheRulesEndAndNowhereElse() throws IOException {
        Market market = Market.ofTen(2);
        for (int day = 2; day < 8; day++) {
            market.offer(day, "p0", 2);
        }
        Path offers = market.write(folder);
        Path decisions = folder.resolve("committee.csv");
        Files.writeString(
                decisions, "date,index,value,reason\n" + Market.DAY.plusDays(5) + ",H100,2.60,four brokers asked\n");
        Map<String, String[]> fixings =
                Market.fixings(List.of(offers, decisions), Methodology.CALX_1, folder.resolve("decided"));

        assertThat(Market.status(fixings, 4)).isEqualTo("held");
        assertThat(Market.status(fixings, 5)).isEqualTo("decided");
        assertThat(Market.value(fixings, 5)).isEqualTo(2.6);
        assertThat(Market.status(fixings, 6)).isEqualTo("committee");
        assertThat(Market.value(fixings, 6)).isEqualTo(2.6);

        Files.writeString(decisions, "date,index,value,reason\n" + Market.DAY.plusDays(1) + ",H100,2.60,we like it\n");
        assertThatThrownBy(() -> Market.fixings(List.of(offers, decisions), Methodology.CALX_1, folder.resolve("no")))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("committee.csv, row 1")
                .hasMessageContaining("do not ask the committee");
        Files.writeString(decisions, "date,index,value,reason\n" + Market.DAY.plusDays(5) + ",H100,2.60,\n");
        assertThatThrownBy(() -> Market.fixings(List.of(offers, decisions), Methodology.CALX_1, folder.resolve("no")))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("a reason");
    }

    @Test
    void providersOfOneOwnerAreOneContributor() throws IOException {
        Market market = new Market();
        for (String provider : new String[] {"paperspace", "digitalocean", "a", "b", "c"}) {
            market.offer(0, provider, 2);
        }

        assertThat(market.fixings(folder, Methodology.CALX_1)).isEmpty();
    }

    @Test
    void tradesComeFirstAndTheirBasisIsPublished() throws IOException {
        Market market = Market.ofTen(2);
        for (int day = 0; day < 2; day++) {
            for (int provider = 0; provider < 6; provider++) {
                market.trade(day, "p" + provider, 2.5, 100, false);
            }
        }
        Map<String, String[]> fixings = market.fixings(folder, Methodology.CALX_1);

        assertThat(Market.status(fixings, 1)).isEqualTo("trades");
        assertThat(Market.value(fixings, 1)).isEqualTo(2.5);
        double basis = 2.5 - Market.value(fixings, Market.DAY.plusDays(1), "H100-QUOTE");
        assertThat(Market.value(fixings, Market.DAY.plusDays(1), "H100-BASIS")).isCloseTo(basis, within(1e-9));
    }

    @Test
    void saysThatTradesWereGenerated() throws IOException {
        Market market = new Market();
        for (int provider = 0; provider < 6; provider++) {
            market.trade(0, "p" + provider, 2.5, 100, provider == 3);
        }

        assertThat(Market.status(market.fixings(folder, Methodology.CALX_1), 0)).isEqualTo("trades-generated");
    }

    @Test
    void noGroupWeighsMoreThanTheCap() throws IOException {
        Market market = new Market();
        for (int provider = 0; provider < 8; provider++) {
            market.trade(0, "p" + provider, provider == 0 ? 4 : 2, provider == 0 ? 1_000_000 : 10, false);
        }

        // By volume alone the figure is 4.00; at a cap of 20% it is 0.2 * 4 + 0.8 * 2.
        assertThat(Market.value(market.fixings(folder, Methodology.CALX_1), 0)).isEqualTo(2.4);
        assertThat(Market.value(market.fixings(folder, Methodology.PLAIN_VWAP), 0))
                .isGreaterThan(3.9);
    }

    @Test
    void tradesOfOneMonthMakeTheirOwnIndexInTheSecondVersionOnly() throws IOException {
        Market market = Market.ofTen(2);
        for (int day = 0; day < 2; day++) {
            for (int provider = 0; provider < 6; provider++) {
                String price = Double.toString(2 + day * 0.1);
                market.row(day, "trade", "s" + provider, "", 1, "1m", "USD", "gpu-hour", price, "730", "calx");
            }
        }
        market.row(1, "trade", "s0", "", 1, "forward", "USD", "gpu-hour", "9", "730", "calx");
        Map<String, String[]> first = market.fixings(folder, Methodology.CALX_1);
        Map<String, String[]> second = market.fixings(folder, Methodology.CALX_2);

        String month = Market.DAY.plusDays(1) + " H100-MONTH";
        assertThat(first).doesNotContainKey(month);
        assertThat(second.get(month)[2]).isEqualTo("2.100000");
        assertThat(second.get(month)[6]).isEqualTo("trades");
        second.keySet().removeIf(name -> name.endsWith("-MONTH"));
        assertThat(second.keySet()).isEqualTo(first.keySet());
        first.forEach((name, cells) -> assertThat(second.get(name)).isEqualTo(cells));
        assertThat(folder.resolve("out/rejected.csv")).content().contains("forward: a price of later delivery");
    }
}
