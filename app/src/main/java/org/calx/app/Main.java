package org.calx.app;

import org.calx.app.emergency.EmergencyCommand;
import org.calx.app.emergency.ProtocolCommand;
import org.calx.app.export.ExportCommand;
import org.calx.app.index.ForecastCommand;
import org.calx.app.index.IndexCommand;
import org.calx.app.parameters.ParametersCommand;
import org.calx.app.pricing.CurveCommand;
import org.calx.app.pricing.ImpliedVolatilityCommand;
import org.calx.app.pricing.PerpetualMarkCommand;
import org.calx.app.pricing.PriceCommand;
import org.calx.app.pricing.SurfaceCommand;
import org.calx.app.risk.FundCommand;
import org.calx.app.risk.PublisherCommand;
import org.calx.app.risk.RiskArraysCommand;
import org.calx.app.risk.ScanRangeCommand;
import org.calx.app.risk.StressCommand;
import org.calx.app.risk.VarCommand;
import org.calx.app.risk.VolatilityCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.ScopeType;

/** The command line. */
@Command(
        name = "calx",
        description = "An exchange for computing power, on this machine.",
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        versionProvider = Main.Version.class,
        usageHelpAutoWidth = true,
        subcommands = {
            DemoCommand.class,
            RunCommand.class,
            DigestCommand.class,
            ExportCommand.class,
            RepairCommand.class,
            MarginCommand.class,
            ParametersCommand.class,
            DoctorCommand.class,
            NodeCommand.class,
            GatewayCommand.class,
            MarketCommand.class,
            ClusterCommand.class,
            ChaosCommand.class,
            EmergencyCommand.class,
            ProtocolCommand.class,
            VolatilityCommand.class,
            VarCommand.class,
            StressCommand.class,
            FundCommand.class,
            ScanRangeCommand.class,
            RiskArraysCommand.class,
            PublisherCommand.class,
            PriceCommand.class,
            ImpliedVolatilityCommand.class,
            SurfaceCommand.class,
            CurveCommand.class,
            PerpetualMarkCommand.class,
            IndexCommand.class,
            ForecastCommand.class
        })
public final class Main implements Runnable {
    @Option(names = "--debug", scope = ScopeType.INHERIT, description = "Print the stack trace of a failure.")
    private boolean debug;

    @picocli.CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    /** Runs one command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        Logging.quiet();
        System.exit(execute(arguments));
    }

    /** Runs one command. @return its exit code, one of {@link ExitCode} */
    public static int execute(String... arguments) {
        Main main = new Main();
        return new CommandLine(main)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(Main::refuse)
                .setExecutionExceptionHandler(main::fail)
                .execute(arguments);
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a command is missing");
    }

    private static int refuse(ParameterException problem, String[] arguments) {
        String name = problem.getCommandLine().getCommandSpec().qualifiedName();
        System.err.println("calx: " + oneLine(problem.getMessage()) + "; see " + name + " --help");
        return ExitCode.USAGE;
    }

    private int fail(Exception problem, CommandLine commandLine, ParseResult parsed) {
        if (debug) {
            problem.printStackTrace();
        }
        if (problem instanceof UserError error) {
            System.err.println("calx: " + oneLine(error.getMessage()));
            return error.exitCode();
        }
        System.err.println("calx: failed: " + oneLine(problem.toString()) + (debug ? "" : "; --debug tells more"));
        return ExitCode.FAILED;
    }

    private static String oneLine(String text) {
        return text == null ? "no reason given" : text.strip().replaceAll("\\s*\\R\\s*", " ");
    }

    /** The version that the distribution's manifest carries. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Main.class.getPackage().getImplementationVersion();
            return new String[] {"calx " + (version == null ? "(not packaged)" : version)};
        }
    }
}
