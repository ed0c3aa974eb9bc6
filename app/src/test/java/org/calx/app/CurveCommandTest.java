package org.calx.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code calx curve fit}: a simulated history's parameters come back; bad files are refused by line. */
class CurveCommandTest {
    private static final double KAPPA = 1.5;
    private static final double SHORT = 0.3;
    private static final double LONG = 0.15;
    private static final double ERROR = 0.006;

    @TempDir
    private Path folder;

    private int code;
    private String error;

    private void run(Path input, Path out) {
        PrintStream before = System.err;
        ByteArrayOutputStream complained = new ByteArrayOutputStream();
        System.setErr(new PrintStream(complained, true, StandardCharsets.UTF_8));
        try {
            code = Main.execute("curve", "fit", "--input", input.toString(), "--out", out.toString());
            error = complained.toString(StandardCharsets.UTF_8);
        } finally {
            System.setErr(before);
        }
    }

    @Test
    void parametersOfASimulatedHistoryComeBack() throws IOException {
        Path out = folder.resolve("model.json");
        run(Files.writeString(folder.resolve("h.csv"), history()), out);
        assertThat(error).isEmpty();
        assertThat(code).isZero();
        JsonNode root = JsonMapper.shared().readTree(Files.readString(out));
        String[] names = {"meanReversion", "shortVolatility", "longVolatility", "correlation", "errorDeviation"};
        double[] truth = {KAPPA, SHORT, LONG, 0, ERROR};
        for (int i = 0; i < names.length; i++) {
            double standardError = root.get("standardErrors").get(names[i]).doubleValue();
            assertThat(standardError).as(names[i]).isPositive();
            assertThat(root.get("parameters").get(names[i]).doubleValue())
                    .as(names[i])
                    .isCloseTo(truth[i], within(4 * standardError));
        }
        assertThat(root.get("dates").intValue()).isEqualTo(260);
        assertThat(root.get("state").get("date").stringValue()).isEqualTo("2025-12-20");
        JsonNode future = root.get("futures").get(3);
        assertThat(future.get("modelPrice").doubleValue())
                .isCloseTo(future.get("price").doubleValue(), within(5 * ERROR * 3));
    }

    /** Two independent factors, both without drift under either measure; futures at exact years of 365 days. */
    private static String history() {
        long seed = Long.getLong("calx.seed", 20_261_126L);
        System.out.println("CurveCommandTest: -Dcalx.seed=" + seed);
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder("date,expiry,price\n");
        LocalDate date = LocalDate.of(2021, 1, 2);
        double step = 7 / 365.0;
        double deviation = 0;
        double level = 1;
        for (int week = 0; week < 260; week++, date = date.plusDays(7)) {
            double kept = Math.exp(-KAPPA * step);
            deviation = kept * deviation + SHORT * Math.sqrt((1 - kept * kept) / (2 * KAPPA)) * random.nextGaussian();
            level += LONG * Math.sqrt(step) * random.nextGaussian();
            for (int days : new int[] {30, 120, 240, 365, 500}) {
                double years = days / 365.0;
                double variance = SHORT * SHORT * -Math.expm1(-2 * KAPPA * years) / (2 * KAPPA) + LONG * LONG * years;
                double log = Math.exp(-KAPPA * years) * deviation + level + variance / 2;
                text.append(date).append(',').append(date.plusDays(days)).append(',');
                text.append(Math.exp(log + ERROR * random.nextGaussian())).append('\n');
            }
        }
        return text.toString();
    }

    @Test
    void badHistoriesAreRefusedByLine() throws IOException {
        refused("2026-01-02,2026-02-01,2.5\n2026-01-01,2026-02-01,2.5\n", ", line 3:", "does not come after");
        refused("2026-01-02,2026-02-01,2.5\n2026-01-09,2026-02-01,-1\n", ", line 3:", "price '-1' is not above 0");
        refused("2026-01-02,2026-01-01,2.5\n", ", line 2:", "is before the date");
        refused("2026-01-02,soon,2.5\n", ", line 2:", "expiry 'soon' is not a date");
        refused("2026-01-02,2026-02-01,2.5\n", ", line 2:", "at least 2 dates");
    }

    private void refused(String rows, String place, String reason) throws IOException {
        Path out = folder.resolve("out.json");
        run(Files.writeString(folder.resolve("bad.csv"), "date,expiry,price\n" + rows), out);
        assertThat(error).contains(place).contains(reason).hasLineCount(1);
        assertThat(code).isEqualTo(ExitCode.USAGE);
        assertThat(out).doesNotExist();
    }
}
