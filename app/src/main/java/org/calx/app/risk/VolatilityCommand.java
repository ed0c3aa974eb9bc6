package org.calx.app.risk;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code calx volatility}. */
@Command(
        name = "volatility",
        description = "Fit volatility models to returns.",
        subcommands = {VolatilityFitCommand.class})
public final class VolatilityCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a command is missing: volatility fit");
    }
}
