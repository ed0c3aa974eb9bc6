package org.calx.app.index;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.calx.app.ExitCode;
import org.calx.app.UserError;
import org.calx.index.ReferencePrices;
import org.calx.index.attack.AttackStudy;
import org.calx.index.methodology.Methodology;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code calx index attack}. */
@Command(name = "attack", description = "Simulate attacks on an index, beside a plain median and plain means.")
public final class AttackIndexCommand implements Callable<Integer> {
    @Option(
            names = "--share",
            required = true,
            paramLabel = "S",
            description = "Share of the owners that attack, such as 0.1.")
    private double share;

    @Option(
            names = "--input",
            arity = "1..*",
            paramLabel = "FILE",
            description = "Files of observations; without it the project's own table.")
    private List<Path> inputs = List.of();

    @Option(names = "--index", paramLabel = "NAME", description = "The model attacked (${DEFAULT-VALUE}).")
    private String index = "H100";

    @Option(names = "--methodology", paramLabel = "NAME", description = "The rules attacked (${DEFAULT-VALUE}).")
    private String methodology = "calx-1";

    @Override
    public Integer call() throws IOException {
        if (!(share > 0 && share < 1)) {
            throw new UserError(ExitCode.USAGE, "--share " + share + " is not above 0 and below 1");
        }
        Methodology rules = IndexInputs.methodology(methodology);
        Path table = inputs.isEmpty() ? builtInTable() : null;
        try {
            List<Path> files = inputs.isEmpty() ? List.of(table) : inputs;
            AttackStudy study = IndexInputs.refusing(files, () -> AttackStudy.of(files, index, rules, share));
            System.out.println("# " + index + " on " + study.day() + ", " + study.attackersOf()
                    + " owners attack; volumes of trades are generated");
            System.out.println("measure,attack,methodology,value,unit");
            study.lines().forEach(line -> System.out.println(line.text()));
            return ExitCode.OK;
        } finally {
            if (table != null) {
                Files.delete(table);
            }
        }
    }

    private static Path builtInTable() throws IOException {
        Path file = Files.createTempFile("calx-gpu-prices-", ".csv");
        try (InputStream table = ReferencePrices.class.getResourceAsStream("gpu-prices.csv")) {
            Files.write(file, table.readAllBytes());
        }
        return file;
    }
}
