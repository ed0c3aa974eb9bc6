package org.calx.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.calx.app.scenario.ScenarioException;
import org.calx.app.scenario.ScenarioRunner;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code calx run}. */
@Command(name = "run", description = "Run a scenario file against the exchange rules and print its events.")
final class RunCommand implements Callable<Integer> {
    @Option(names = "--scenario", required = true, paramLabel = "FILE", description = "Scenario file.")
    private Path scenario;

    @Override
    public Integer call() throws IOException {
        if (!Files.isRegularFile(scenario)) {
            throw new UserError(ExitCode.NOT_FOUND, "--scenario: there is no file " + scenario);
        }
        try (PrintWriter out = new PrintWriter(System.out, false, StandardCharsets.UTF_8)) {
            ScenarioRunner.run(scenario, out);
        } catch (ScenarioException e) {
            throw new UserError(ExitCode.FAILED, e.getMessage(), e);
        }
        return ExitCode.OK;
    }
}
