package org.calx.app.index;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.calx.api.client.SigningKey;
import org.calx.app.ExitCode;
import org.calx.app.UserError;
import org.calx.index.methodology.Methodology;
import org.calx.index.print.PrintLog;
import org.calx.index.run.IndexRun;
import org.calx.index.run.Publication;
import org.calx.index.run.VersionedRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code calx index compute}. */
@Command(name = "compute", description = "Compute the fixings of input files by a methodology.")
public final class ComputeIndexCommand implements Callable<Integer> {
    private static final String ALL_VERSIONS = "calx";

    @Option(
            names = "--input",
            required = true,
            arity = "1..*",
            paramLabel = "FILE",
            description = "Files of observations: CSV, CSV in gzip (.gz) or Parquet (.parquet).")
    private List<Path> inputs;

    @Option(
            names = "--methodology",
            required = true,
            paramLabel = "NAME",
            description = "The rules, with their version; calx for all versions in parallel.")
    private String methodology;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Folder for the figures.")
    private Path out;

    @Option(
            names = "--key",
            paramLabel = "FILE",
            description = "Ed25519 private key (PEM) that signs the prints; without it a key of this run alone does.")
    private Path keyFile;

    @Option(
            names = "--as-of",
            paramLabel = "TIME",
            description = "Time of the run, such as 2026-06-11T20:05:00Z; without it all prints are final.")
    private String asOf;

    @Override
    public Integer call() throws IOException {
        boolean parallel = methodology.equals(ALL_VERSIONS);
        List<Methodology> versions = parallel ? Methodology.versions() : List.of(IndexInputs.methodology(methodology));
        Instant time = time();
        SigningKey key = key();
        IndexRun.Summary summary = IndexInputs.refusing(inputs, () -> {
            IndexRun.Summary done = parallel
                    ? VersionedRun.compute(inputs, versions, out)
                    : IndexRun.compute(inputs, versions.getFirst(), out);
            Instant when = time == null ? PrintLog.whenFinal(done.lastDay()) : time;
            for (Methodology rules : versions) {
                Path folder = parallel ? VersionedRun.folder(out, rules) : out;
                Publication.publish(inputs, rules, folder, when, key);
            }
            return done;
        });
        String causes = summary.causes().entrySet().stream()
                .map(one -> "\"" + one.getKey() + "\":" + one.getValue())
                .collect(Collectors.joining(",", "{", "}"));
        System.out.println("{\"methodology\":\"" + methodology + "\",\"rows\":" + summary.rows() + ",\"days\":"
                + summary.days() + ",\"fixings\":" + summary.fixings() + ",\"refusedOrAdjusted\":" + causes + "}");
        return ExitCode.OK;
    }

    private Instant time() {
        try {
            return asOf == null ? null : Instant.parse(asOf);
        } catch (DateTimeParseException e) {
            throw new UserError(ExitCode.USAGE, "'" + asOf + "' is not a time such as 2026-06-11T20:05:00Z", e);
        }
    }

    private SigningKey key() {
        try {
            return keyFile == null ? SigningKey.generate() : SigningKey.load(keyFile);
        } catch (NoSuchFileException e) {
            throw new UserError(ExitCode.NOT_FOUND, "there is no file " + keyFile, e);
        } catch (IOException e) {
            throw new UserError(ExitCode.USAGE, e.getMessage(), e);
        }
    }
}
