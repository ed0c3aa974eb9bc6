package org.calx.app.index;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.calx.app.ExitCode;
import org.calx.index.methodology.Methodology;
import org.calx.index.run.IndexRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code calx index compute}. */
@Command(name = "compute", description = "Compute the fixings of input files by a methodology.")
public final class ComputeIndexCommand implements Callable<Integer> {
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
            description = "The rules, with their version.")
    private String methodology;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Folder for the figures.")
    private Path out;

    @Override
    public Integer call() throws IOException {
        Methodology rules = IndexInputs.methodology(methodology);
        IndexRun.Summary summary = IndexInputs.refusing(inputs, () -> IndexRun.compute(inputs, rules, out));
        String causes = summary.causes().entrySet().stream()
                .map(one -> "\"" + one.getKey() + "\":" + one.getValue())
                .collect(Collectors.joining(",", "{", "}"));
        System.out.println("{\"methodology\":\"" + rules.name() + "\",\"rows\":" + summary.rows() + ",\"days\":"
                + summary.days() + ",\"fixings\":" + summary.fixings() + ",\"refusedOrAdjusted\":" + causes + "}");
        return ExitCode.OK;
    }
}
