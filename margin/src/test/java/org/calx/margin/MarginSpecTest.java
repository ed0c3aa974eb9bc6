package org.calx.margin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.calx.model.CalendarSpread;
import org.calx.model.CommoditySpread;
import org.calx.model.CommoditySpreads;
import org.calx.model.Decimals;
import org.calx.model.DeliveryCharge;
import org.calx.model.MarginCharges;
import org.calx.model.MarginPolicy;
import org.calx.model.Side;
import org.calx.model.SpreadSide;
import org.calx.model.Tier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The worked account of {@code docs/spec/margin.md}: what stands there is what the code gives. */
class MarginSpecTest {
    private static final long USD = 1_000_000;
    private static final int UNITS = 730;
    private static final long CHARGE = 40 * USD;
    private static final String[] ROWS = {
        "1, 2", null, "3, 4", null, "5, 6", null, "7, 8", null, "9, 10", null, "11, 12", null, "13, 14", null, "15",
        "16", "at once"
    };

    private final long[] array = ScenarioArray.ofFuture(300 * USD);
    private final long bidAtOnce = ScanningRisk.lossAtOnceMicros(1, 2_600_000, 2_500_000, UNITS, 1_500_000);
    private final long offerAtOnce = ScanningRisk.lossAtOnceMicros(-1, 2_550_000, 2_550_000, UNITS, 1_500_000);
    private final MonthExposure december = new MonthExposure(10, array, List.of(new OpenOrder(Side.BUY, 5, bidAtOnce)));
    private final MonthExposure january =
            new MonthExposure(-4, array, List.of(new OpenOrder(Side.SELL, 3, offerAtOnce)));
    private final List<MonthExposure> months = List.of(december, january);
    private String spec;

    @BeforeEach
    void readSpec() throws IOException {
        Path fromModule = Path.of("..", "docs", "spec", "margin.md");
        spec = Files.readString(Files.exists(fromModule) ? fromModule : Path.of("docs", "spec", "margin.md"));
    }

    @Test
    void theLossAtOnceIsAsWritten() {
        assertSpec("0.10 × 730 + 1.50 = **%s** a lot; of the offer: **%s** a lot", bidAtOnce, offerAtOnce);
        assertSpec("is worth **%s** a lot", 10_000L * UNITS);
    }

    @Test
    void eachScenarioIsAsWritten() {
        for (int row = 0; row < ScanningRisk.ROWS; row++) {
            if (ROWS[row] != null) {
                long longLot = row == ScanningRisk.AT_ONCE ? 0 : array[row];
                assertSpec(
                        "| " + ROWS[row] + " | %s | %s | %s | %s | %s |",
                        longLot,
                        (10 - 4) * longLot,
                        5 * Math.max(0, longLot + bidAtOnce),
                        3 * Math.max(0, -longLot + offerAtOnce),
                        PortfolioMargin.lossMicros(months, row));
            }
        }
    }

    @Test
    void theRequirementIsAsWritten() {
        long spreads = PortfolioMargin.mostSpreads(months);
        assertSpec("Scanning loss **%s**", PortfolioMargin.scanningLossMicros(months));
        assertThat(spec).contains("min(15, 7, 11, 7) = **" + spreads + "**");
        assertSpec("**%s**. Requirement **%s**", spreads * CHARGE, PortfolioMargin.requirementMicros(months, CHARGE));
    }

    @Test
    void theRequirementAfterBothFillsIsAsWritten() {
        List<MonthExposure> filled =
                List.of(new MonthExposure(15, array, List.of()), new MonthExposure(-7, array, List.of()));
        assertSpec("equity falls by %s", 5 * bidAtOnce + 3 * offerAtOnce);
        assertSpec("8 × 300.00 + 7 × 40.00 = %s", PortfolioMargin.requirementMicros(filled, CHARGE));
    }

    @Test
    void theRowOfAWeakRatingIsAsWritten() {
        long[] weak = new long[ScenarioArray.SCENARIOS];
        ScenarioArray.scale(array, 0, weak, 0, 12_500);
        assertSpec("makes the scan range %s: the row of scenario 13", weak[12]);
        assertSpec(
                "6 × 375.00 + 5 × (375.00 + 74.50) = %s",
                PortfolioMargin.lossMicros(
                        List.of(
                                new MonthExposure(10, weak, december.orders()),
                                new MonthExposure(-4, weak, january.orders())),
                        12));
    }

    @Test
    void theArrayIsAsWritten() {
        StringBuilder text = new StringBuilder();
        for (long loss : array) {
            text.append(text.isEmpty() ? "" : ", ")
                    .append(Decimals.format(loss, 6).replace('-', '−'));
        }
        assertThat(spec.replaceAll("\\s+", " ")).contains("gives " + text + ".");
    }

    @Test
    void chargesAndCreditsAreAsWritten() {
        long[] lot = ScenarioArray.ofFuture(219 * USD);
        CalendarSpread spread = new CalendarSpread(
                1,
                List.of(new CalendarSpread.Leg(1, SpreadSide.A, 1), new CalendarSpread.Leg(2, SpreadSide.B, 1)),
                40 * USD);
        SpreadCharges charges = new SpreadCharges(new MarginCharges(
                1,
                0,
                List.of(new Tier(1, 12, 12), new Tier(2, 13, 15)),
                List.of(spread),
                List.of(new DeliveryCharge(12, 5 * USD, 20 * USD))));
        ProductExposure h100 = new ProductExposure(
                1,
                new ProductCharges(0, 0, 0, charges, MarginPolicy.defaults(1)),
                List.of(new MonthExposure(12, 10, lot, List.of()), new MonthExposure(13, -4, lot, List.of())));
        assertSpec(
                "4 × 5.00 + 6 × 20.00 = **%s**",
                PortfolioMargin.of(h100.months(), h100.charges()).requirementMicros());
        CreditSpreads credits = new CreditSpreads(
                new CommoditySpreads(List.of(new CommoditySpread(
                        1,
                        List.of(
                                new CommoditySpread.Leg(1, SpreadSide.A, 1, 6_000),
                                new CommoditySpread.Leg(2, SpreadSide.B, 1, 6_000))))),
                id -> id == 1 ? charges : SpreadCharges.NONE);
        assertSpec("2 × 219.00 × 0.6 = **%s** off either product", credit(h100, credits, lot, List.of()));
        OpenOrder buy = new OpenOrder(Side.BUY, 1, -10 * USD);
        assertSpec("leaves one spread for sure: **%s**", credit(h100, credits, lot, List.of(buy)));
    }

    private static long credit(ProductExposure h100, CreditSpreads credits, long[] lot, List<OpenOrder> orders) {
        ProductExposure b200 =
                new ProductExposure(2, ProductCharges.calendar(0), List.of(new MonthExposure(12, -2, lot, orders)));
        List<ProductMargin> margins = PortfolioMargin.of(List.of(h100, b200), credits);
        assertThat(margins.get(0).creditMicros()).isEqualTo(margins.get(1).creditMicros());
        return margins.get(0).creditMicros();
    }

    private void assertSpec(String format, Object... micros) {
        Object[] amounts = new Object[micros.length];
        for (int i = 0; i < micros.length; i++) {
            amounts[i] = Decimals.format((Long) micros[i], 6, 2);
        }
        assertThat(spec.replaceAll("\\s+", " ")).contains(format.formatted(amounts));
    }
}
