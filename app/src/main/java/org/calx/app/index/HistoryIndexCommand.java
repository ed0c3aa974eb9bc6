package org.calx.app.index;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.calx.app.ExitCode;
import org.calx.index.print.PrintLog;
import org.calx.index.run.History;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code calx index history}. */
@Command(name = "history", description = "Write the standing prints of folders as one CSV or Parquet file.")
public final class HistoryIndexCommand implements Callable<Integer> {
    @Parameters(arity = "1..*", paramLabel = "DIR", description = "What 'index compute' wrote.")
    private List<Path> folders;

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "CSV, or Parquet (.parquet).")
    private Path out;

    @Option(names = "--index", paramLabel = "NAME", description = "One index of them.")
    private String index;

    @Override
    public Integer call() throws IOException {
        List<Path> logs =
                folders.stream().map(folder -> folder.resolve(PrintLog.FILE)).toList();
        long rows = IndexInputs.refusing(
                logs, () -> History.write(folders, name -> index == null || index.equals(name), out));
        System.out.println("{\"rows\":" + rows + "}");
        return ExitCode.OK;
    }
}
