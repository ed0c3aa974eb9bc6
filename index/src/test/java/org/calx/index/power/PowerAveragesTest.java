package org.calx.index.power;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.calx.index.IndexFixing;
import org.calx.index.ReferencePrices;
import org.calx.index.SharedData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PowerAveragesTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @TempDir
    private Path folder;

    private static Map<String, PowerAverages.Average> averages(Path file, String zone, String holidays) {
        PowerAverages averages = new PowerAverages(BERLIN, Holidays.of(holidays).orElseThrow());
        PowerPriceReader.read(file, zone, BERLIN, averages::add);
        Map<String, PowerAverages.Average> found = new HashMap<>();
        averages.all().forEach(one -> found.put(one.zone() + " " + one.block() + " " + one.period(), one));
        return found;
    }

    @Test
    void theDaysOfGermanBaseAreTheDemosBenchmark() {
        Map<String, PowerAverages.Average> found =
                averages(SharedData.file("elec_de_lu_day_ahead/de_lu_day_ahead.csv.gz"), "DE-LU", "none");
        List<IndexFixing> demo =
                List.copyOf(ReferencePrices.builtIn().power().series().fixings().values());

        assertThat(demo).hasSize(366);
        for (IndexFixing fixing : demo) {
            PowerAverages.Average day = found.get("DE-LU BASE " + fixing.date());
            assertThat(day.priceMicros()).as(fixing.date().toString()).isEqualTo(fixing.priceMicros());
            assertThat(day.minutes()).isEqualTo(fixing.contributors() * 60L);
            assertThat(day.missingMinutes()).isZero();
        }
        assertThat(found.get("DE-LU BASE 2024").minutes()).isEqualTo(8784 * 60);
        assertThat(found.get("DE-LU BASE 2024-03-31").minutes()).isEqualTo(23 * 60);
        assertThat(found.get("DE-LU OFFPEAK 2024-10-27").minutes()).isEqualTo(25 * 60);
        assertThat(found.get("DE-LU BASE 2020-Q1").missingMinutes()).isZero();
        // 366 days of 2024 less 104 on weekends, 12 hours each.
        assertThat(found.get("DE-LU PEAK 2024").minutes()).isEqualTo(262 * 12 * 60);
    }

    @Test
    void hoursCountedFromMidnightKeepDaysOf23And25Hours() {
        Map<String, PowerAverages.Average> found =
                averages(SharedData.file("elec_cz_day_ahead/cz_day_ahead_1h.csv.gz"), "CZ", "none");

        assertThat(found.get("CZ BASE 2023-10-29").minutes()).isEqualTo(25 * 60);
        assertThat(found.get("CZ BASE 2023-03-26").minutes()).isEqualTo(23 * 60);
        assertThat(found.get("CZ BASE 2023").missingMinutes()).isZero();
    }

    @Test
    void quarterHoursWeighByTheirLengthAndMeansMayBeNegative() throws IOException {
        Path file = Files.writeString(
                folder.resolve("q.csv"),
                "start_utc,price_eur_mwh,minutes_to_next\n2025-10-06T06:00Z,-10,15\n2025-10-06T06:15Z,-20,15\n"
                        + "2025-10-06T06:30Z,-30,30\n2025-10-06T07:00Z,0.000001,60\n2025-10-06T07:00Z,99,60\n");
        PowerAverages.Average day = averages(file, "X", "none").get("X PEAK 2025-10-06");

        // (-10 * 15 - 20 * 15 - 30 * 30 + 0.000001 * 60) / 120 = -11.2499995, halves away from zero; the second 07:00
        // is left out.
        assertThat(day.priceMicros()).isEqualTo(-11_250_000);
        assertThat(day.minutes()).isEqualTo(120);
        assertThat(day.missingMinutes()).isEqualTo(600);
        assertThat(day.negativeMinutes()).isEqualTo(60);
    }

    @Test
    void holidaysAreNoPeakDays() {
        Holidays german = Holidays.of("DE").orElseThrow();

        // Easter 2024 was on 31 March, 2025 on 20 April, 2038 will be on 25 April.
        assertThat(Holidays.easter(2024)).isEqualTo(LocalDate.of(2024, 3, 31));
        assertThat(Holidays.easter(2025)).isEqualTo(LocalDate.of(2025, 4, 20));
        assertThat(Holidays.easter(2038)).isEqualTo(LocalDate.of(2038, 4, 25));
        assertThat(german.contains(LocalDate.of(2024, 3, 29))).isTrue();
        assertThat(german.contains(LocalDate.of(2024, 5, 9))).isTrue();
        assertThat(german.contains(LocalDate.of(2024, 12, 24))).isFalse();
        assertThat(PowerBlock.PEAK.contains(
                        Instant.parse("2024-10-03T10:00:00Z").atZone(BERLIN), german))
                .isFalse();
    }

    /** 1,594 Wh at 50 EUR/MWh and 1.10 USD/EUR is 0.08767 USD. */
    @Test
    void thePowerOfAGpuHourIsTakenFromItsPrice() {
        assertThat(ComputeSpread.micros(2_500_000, 50_000_000, 1_594, new BigDecimal("1.10")))
                .isEqualTo(2_500_000 - 87_670);
    }
}
