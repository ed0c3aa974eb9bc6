package org.calx.index.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.calx.api.client.SigningKey;
import org.calx.index.input.ObservationCsv;
import org.calx.index.input.TableReader;
import org.calx.index.methodology.Methodology;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerificationTest {
    private static final SigningKey KEY = SigningKey.ofSeed(new byte[32]);
    private static final Instant LONG_AFTER = Instant.parse("2026-06-01T00:00:00Z");

    @TempDir
    private Path folder;

    private Path published() throws IOException {
        return publish(Market.ofTen(3), LONG_AFTER);
    }

    private Path publish(Market market, Instant asOf) throws IOException {
        List<Path> inputs = List.of(market.write(folder));
        Path out = folder.resolve("out");
        IndexRun.compute(inputs, Methodology.CALX_1, out);
        Publication.publish(inputs, Methodology.CALX_1, out, asOf, KEY);
        return out;
    }

    @Test
    void whatWasPublishedVerifies() throws IOException {
        Verification found = Verification.of(published(), List.of());

        assertThat(found.faults()).isEmpty();
        assertThat(found.publicKey()).isEqualTo(KEY.publicKey().hex());
    }

    @Test
    void aChangedPrintBreaksTheChain() throws IOException {
        Path log = published().resolve("prints.tsv");
        Files.writeString(log, Files.readString(log).replaceFirst("2026-03-03,H100,2.45", "2026-03-03,H100,2.46"));

        assertThat(Verification.of(log.getParent(), List.of()).faults())
                .singleElement()
                .asString()
                .endsWith("the chain is broken");
    }

    @Test
    void anotherKeysSignatureIsFound() throws IOException {
        Path log = published().resolve("prints.tsv");
        int at = signedLines(log).getFirst();
        resign(log, at, signatureOf(log, at).substring(2) + "00");

        assertThat(Verification.of(log.getParent(), List.of()).faults())
                .singleElement()
                .asString()
                .startsWith("line " + (at + 1) + ": the signature is not of key");
    }

    /** Each day's last print is signed, and the chain carries that to the lines before it; the end of the log needs its own. */
    @Test
    void aSignatureStandsForAllLinesBeforeIt() throws IOException {
        Path log = published().resolve("prints.tsv");
        List<Integer> signed = signedLines(log);
        List<String> bodies = Files.readAllLines(log).stream()
                .map(line -> line.split("\t", -1)[1])
                .toList();
        for (LocalDate day = Market.DAY; day.isBefore(Market.DAY.plusDays(3)); day = day.plusDays(1)) {
            String of = "," + day + ",";
            List<Integer> prints = IntStream.range(0, bodies.size())
                    .filter(at -> bodies.get(at).contains(of))
                    .boxed()
                    .toList();
            assertThat(signed)
                    .contains(prints.getLast())
                    .doesNotContainAnyElementsOf(prints.subList(0, prints.size() - 1));
        }
        resign(log, signed.get(1), "");
        assertThat(Verification.of(log.getParent(), List.of()).faults()).isEmpty();
        resign(log, bodies.size() - 1, "");
        assertThat(Verification.of(log.getParent(), List.of()).faults())
                .containsExactly("line " + bodies.size() + ": the last of a run, and not signed");
        publish(Market.ofTen(4), LONG_AFTER);
        assertThat(Verification.of(log.getParent(), List.of()).faults())
                .containsExactly("line " + bodies.size() + ": the last of a run, and not signed");
    }

    private static List<Integer> signedLines(Path log) throws IOException {
        List<String> lines = Files.readAllLines(log);
        return IntStream.range(0, lines.size())
                .filter(at -> !lines.get(at).endsWith("\t"))
                .boxed()
                .toList();
    }

    private static String signatureOf(Path log, int at) throws IOException {
        return Files.readAllLines(log).get(at).split("\t", -1)[3];
    }

    private static void resign(Path log, int at, String signature) throws IOException {
        List<String> lines = Files.readAllLines(log);
        String[] cells = lines.get(at).split("\t", -1);
        cells[3] = signature;
        lines.set(at, String.join("\t", cells));
        Files.write(log, lines);
    }

    @Test
    void changedFilesAndInputsAreFound() throws IOException {
        Path out = published();
        Files.writeString(out.resolve("weights.csv"), "date,index,provider,group,weight,price,move\n");
        assertThat(Verification.of(out, List.of()).faults()).containsExactly("weights.csv is not what the inputs give");

        Market.ofTen(2).write(folder);
        assertThat(Verification.of(out, List.of()).faults())
                .singleElement()
                .asString()
                .contains("is not the input that was read");
    }

    @Test
    void aPreliminaryPrintIsCorrectedInItsWindowAndThenFinal() throws IOException {
        publish(Market.ofTen(2), Instant.parse("2026-03-03T20:05:00Z"));
        Market late = Market.ofTen(2).offer(1, "late", 2.4);
        publish(late, Instant.parse("2026-03-03T22:00:00Z"));
        Path out = publish(late, Instant.parse("2026-03-04T20:00:00Z"));

        assertThat(states(out, "2026-03-02,H100,")).containsExactly("final");
        assertThat(states(out, "2026-03-03,H100,")).containsExactly("preliminary", "correction", "final");
        assertThat(Verification.of(out, List.of()).faults()).isEmpty();
    }

    @Test
    void aFinalPrintStandsAndTheDifferenceIsTold() throws IOException {
        publish(Market.ofTen(2), LONG_AFTER);
        Path out = publish(Market.ofTen(2).offer(0, "late", 3.5), LONG_AFTER);

        assertThat(states(out, "2026-03-02,H100,")).containsExactly("final", "difference");
        assertThat(Verification.of(out, List.of()).faults()).isEmpty();
    }

    @Test
    void theHistoryIsWhatStandsInCsvAndParquet() throws IOException {
        publish(Market.ofTen(2), LONG_AFTER);
        Path out = publish(Market.ofTen(2).offer(0, "late", 3.5), LONG_AFTER);
        List<List<String>> read = new ArrayList<>();
        for (String name : List.of("h.csv", "h.parquet")) {
            History.write(List.of(out), "H100"::equals, folder.resolve(name));
            List<String> rows = new ArrayList<>();
            TableReader.read(folder.resolve(name), 10, (_, _, cells) -> rows.add(String.join(",", cells)));
            read.add(rows);
        }

        assertThat(read.get(0)).isEqualTo(read.get(1)).hasSize(2);
        assertThat(read.get(0).getFirst())
                .startsWith("calx-1,2026-03-02,H100,2.450000,10,")
                .endsWith(",quotes");
    }

    /** The second version is in effect from 2027 on, and has an index of months. */
    @Test
    void versionsRunInParallelAndTheOneInEffectStands() throws IOException {
        Path input = Files.write(folder.resolve("years.csv"), monthTrades());
        Path out = Files.createDirectories(folder.resolve("versions"));
        VersionedRun.compute(List.of(input), Methodology.versions(), out);

        assertThat(Files.readAllLines(out.resolve("fixings.csv")))
                .filteredOn(line -> line.contains(",H100-MONTH,"))
                .allMatch(line -> line.compareTo("2027") > 0)
                .hasSize(2);
        assertThat(Files.readAllLines(out.resolve("calx-2/fixings.csv")))
                .filteredOn(line -> line.contains(",H100-MONTH,"))
                .hasSize(4);
        assertThat(Files.readAllLines(out.resolve("versions.csv")))
                .hasSize(5)
                .contains("2026-12-30,H100-MONTH,calx-2,2.000000,calx-1,");
    }

    private static List<String> monthTrades() {
        List<String> rows = new ArrayList<>(List.of(ObservationCsv.HEADER));
        for (int day = 0; day < 4; day++) {
            for (int seller = 0; seller < 5; seller++) {
                rows.add(LocalDate.of(2026, 12, 30).plusDays(day) + ",trade,s" + seller
                        + ",,,H100,1,1m,USD,gpu-hour,2,730,calx,0");
            }
        }
        return rows;
    }

    private static List<String> states(Path out, String name) throws IOException {
        return Files.readAllLines(out.resolve("prints.tsv")).stream()
                .map(line -> line.split("\t")[1])
                .filter(body -> body.contains(name))
                .map(body -> body.substring(0, body.indexOf(',')))
                .toList();
    }
}
