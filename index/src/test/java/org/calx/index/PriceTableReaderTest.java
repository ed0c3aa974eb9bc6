package org.calx.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PriceTableReaderTest {

    @Test
    void readsOffersAndHoursFromOneFile() throws IOException {
        PriceTable table = read("""
                # mine
                # Attribution: by me
                start,product,source,price,unit

                2026-07-29,H100,lambda,2.5,USD/GPUh
                2024-07-31T22:00Z,DE-LU,day-ahead,-0.01,EUR/MWh
                """);

        assertThat(table.offers())
                .containsExactly(new GpuOffer(LocalDate.of(2026, 7, 29), "H100", "lambda", 2_500_000));
        assertThat(table.hours())
                .containsExactly(new PowerHour(Instant.parse("2024-07-31T22:00:00Z"), "DE-LU", -10_000));
        assertThat(table.attributions()).containsExactly("by me");
    }

    @ParameterizedTest
    @CsvSource({
        "9.796550569, 9796551",
        "2.0000000000000004, 2000000",
        "0.0000005, 1",
        "0.00000049, 0",
        "-0.0000005, -1",
        "123456789, 123456789000000",
        "9007199254.740993, -",
        "1e3, -",
        "+1, -",
        ".5, -",
        "1., -",
        "'1 000', -",
        "NaN, -",
    })
    void parsesDecimalTextExactlyOrNotAtAll(String text, String micros) {
        String parsed = DecimalMicros.parse(text).stream()
                .mapToObj(Long::toString)
                .findFirst()
                .orElse("-");

        assertThat(parsed).isEqualTo(micros);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-07-29,H100,lambda,2.5|expected the 5 columns",
                "2026-07-32,H100,lambda,2.5,USD/GPUh|start \"2026-07-32\" is not a date such as 2026-07-31",
                "2024-07-31T22:30Z,DE-LU,day-ahead,1,EUR/MWh|is not the start of an hour in UTC",
                "2024-07-31T25:00Z,DE-LU,day-ahead,1,EUR/MWh|is not the start of an hour in UTC",
                "2024-07-31T22:00Z,DE-LU,day-ahead,100000.01,EUR/MWh|is not within -100000 and 100000 EUR/MWh",
                "2026-07-29,h100,lambda,2.5,USD/GPUh|product \"h100\" is not a GPU model in capitals",
                "2026-07-29,H100,La Mbda,2.5,USD/GPUh|source \"La Mbda\" is not lower-case letters",
                "2026-07-29,H100,lambda,two,USD/GPUh|price \"two\" is not a decimal",
                "2026-07-29,H100,lambda,0,USD/GPUh|is not above 0 and at most 10000 USD/GPUh",
                "2026-07-29,H100,lambda,10000.01,USD/GPUh|is not above 0 and at most 10000 USD/GPUh",
                "2026-07-29,H100,lambda,2.5,EUR/GPUh|unit \"EUR/GPUh\" is not USD/GPUh or EUR/MWh",
            })
    void refusesRowWithFileLineAndWhatIsAllowed(String row, String reason) {
        assertThatExceptionOfType(PriceFileException.class)
                .isThrownBy(
                        () -> read(PriceTableReader.HEADER + "\n2026-07-28,H100,lambda,2.5,USD/GPUh\n" + row + "\n"))
                .withMessageStartingWith("mine.csv, line 3: ")
                .withMessageContaining(reason);
    }

    @Test
    void refusesSecondPriceForSameHour() {
        String hour = "2024-07-31T22:00Z,DE-LU,day-ahead,1,EUR/MWh\n";

        assertRefused(PriceTableReader.HEADER + "\n" + hour + hour, "line 3: second price for DE-LU");
    }

    @Test
    void refusesFileWithoutHeader() {
        assertRefused(
                "2026-07-29,H100,lambda,2.5,USD/GPUh\n", "line 1: expected the header " + PriceTableReader.HEADER);
    }

    @Test
    void refusesFileWithoutPrices() {
        assertRefused("", "the file has no prices");
        assertRefused(PriceTableReader.HEADER + "\n", "the file has no prices");
    }

    @Test
    void refusesLineBeyondItsLimit() {
        assertRefused("#".repeat(PriceTableReader.MAX_LINE_LENGTH + 1), "line 1: longer than 500 characters");
    }

    @Test
    void refusesTextThatIsNotUtf8() {
        byte[] bytes = {'#', (byte) 0xff, '\n'};

        assertThatExceptionOfType(PriceFileException.class)
                .isThrownBy(() -> PriceTableReader.read("mine.csv", new ByteArrayInputStream(bytes)))
                .withMessage("mine.csv: is not UTF-8 text");
    }

    @Test
    void refusesPowerWithoutAWholeDay(@TempDir final Path folder) throws IOException {
        Path file = Files.writeString(
                folder.resolve("mine.csv"),
                PriceTableReader.HEADER + "\n2024-07-31T22:00Z,DE-LU,day-ahead,1,EUR/MWh\n");

        assertThatExceptionOfType(PriceFileException.class)
                .isThrownBy(() -> ReferencePrices.withFile(file))
                .withMessage(file + ": power prices need at least one whole local day of zone DE-LU, or none at all");
    }

    @Test
    void namesFileThatCannotBeRead() {
        assertThatExceptionOfType(PriceFileException.class)
                .isThrownBy(() -> PriceTableReader.read(Path.of("no-such-file.csv")))
                .withMessageContaining("no-such-file.csv: cannot be read");
    }

    private static void assertRefused(String text, String reason) {
        assertThatExceptionOfType(PriceFileException.class)
                .isThrownBy(() -> read(text))
                .withMessageContaining(reason);
    }

    private static PriceTable read(String text) throws IOException {
        return PriceTableReader.read("mine.csv", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }
}
