package org.calx.app.index;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code calx index}: the benchmarks. */
@Command(
        name = "index",
        description = "The benchmarks: compute, verify and attack them.",
        subcommands = {
            ComputeIndexCommand.class,
            VerifyIndexCommand.class,
            AttackIndexCommand.class,
            PowerIndexCommand.class,
            TradesIndexCommand.class,
            HistoryIndexCommand.class,
            ProductsIndexCommand.class,
            MethodologiesIndexCommand.class,
            UnitsIndexCommand.class,
            CurveIndexCommand.class,
            BarometerIndexCommand.class,
            ServeIndexCommand.class
        })
public final class IndexCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a command is missing");
    }
}
