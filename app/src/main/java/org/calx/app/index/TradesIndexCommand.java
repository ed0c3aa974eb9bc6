package org.calx.app.index;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.calx.app.ExitCode;
import org.calx.app.StoppedNodes;
import org.calx.app.UserError;
import org.calx.app.demo.DemoRoster;
import org.calx.cluster.DamagedFileException;
import org.calx.cluster.StoppedNode;
import org.calx.index.input.ObservationCsv;
import org.calx.index.market.OwnQuotes;
import org.calx.index.market.OwnTrades;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code calx index trades}. */
@Command(name = "trades", description = "Write the executed trades of a stopped exchange as observations.")
public final class TradesIndexCommand implements Callable<Integer> {
    @Option(names = "--dir", required = true, paramLabel = "FOLDER", description = "Data folder of the exchange.")
    private Path folder;

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "CSV file to write.")
    private Path out;

    @Option(
            names = "--generated",
            description = "All traders are programs that make their orders up; the demo's own are known without it.")
    private boolean generated;

    @Option(
            names = "--quotes",
            paramLabel = "FILE",
            description = "Write the futures' last settlement prices here too, as quotes for 'index curve'.")
    private Path quotes;

    @Override
    public Integer call() throws IOException {
        try (StoppedNode node = StoppedNodes.open(folder);
                BufferedWriter text = Files.newBufferedWriter(out)) {
            text.write(ObservationCsv.HEADER + "\n");
            OwnTrades trades =
                    new OwnTrades(account -> generated || DemoRoster.isProgram(account), line -> write(text, line));
            OwnQuotes futures = new OwnQuotes();
            node.tellEvents((sequence, timestampNs, lastOfCommand, event) -> {
                trades.onEvent(sequence, timestampNs, lastOfCommand, event);
                futures.onEvent(sequence, timestampNs, lastOfCommand, event);
            });
            if (quotes != null) {
                Files.write(quotes, futures.lines());
            }
            System.out.println("{\"trades\":" + trades.trades() + "}");
            return ExitCode.OK;
        } catch (DamagedFileException e) {
            throw new UserError(ExitCode.FAILED, "--dir: " + e.getMessage(), e);
        }
    }

    private static void write(BufferedWriter text, String line) {
        try {
            text.write(line);
            text.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
