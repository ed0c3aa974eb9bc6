package org.calx.app.parameters;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.function.Function;
import org.calx.api.client.CommandOutcome;
import org.calx.app.ExitCode;
import org.calx.app.StoppedNodes;
import org.calx.app.UserError;
import org.calx.app.emergency.EmergencyDoor;
import org.calx.app.emergency.EmergencySettings;
import org.calx.app.margin.JsonFault;
import org.calx.app.margin.MarginFiles;
import org.calx.app.margin.ParameterFile;
import org.calx.cluster.StoppedNode;
import org.calx.core.authority.ParameterDigest;
import org.calx.model.Digest;
import org.calx.model.ParameterPart;
import org.calx.model.ParameterSet;
import org.calx.model.RejectReason;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code calx parameters}: margin parameters of a readable file, from the check to their date. */
@Command(name = "parameters", description = "Check, preview, stage, approve, list or withdraw margin parameters.")
public final class ParametersCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "check, preview, stage, approve, list or withdraw is missing");
    }

    @Command(name = "check", description = "Check a file for itself and, with --dir, against a stopped exchange.")
    int check(
            @Option(names = "--parameters", required = true, paramLabel = "FILE", description = "The parameters, JSON.")
                    Path file,
            @Option(names = "--dir", paramLabel = "FOLDER", description = "Data folder.") Path folder) {
        ParameterFile read = read(file);
        if (folder == null) {
            System.out.printf(
                    "%s: %d products, nothing wrong%n",
                    file, read.parameters().products().size());
            return ExitCode.OK;
        }
        try (StoppedNode node = StoppedNodes.open(folder)) {
            VenueNames venue = new VenueNames();
            System.out.println(text(tryOut(read, node, venue, new Effect())));
            return ExitCode.OK;
        }
    }

    @Command(name = "preview", description = "Print what a file would do to every account of a stopped exchange.")
    int preview(
            @Option(names = "--parameters", required = true, paramLabel = "FILE", description = "The parameters, JSON.")
                    Path file,
            @Option(names = "--dir", required = true, paramLabel = "FOLDER", description = "Data folder.")
                    Path folder) {
        Effect effect = new Effect();
        try (StoppedNode node = StoppedNodes.open(folder)) {
            VenueNames venue = new VenueNames();
            ParameterSet set = tryOut(read(file), node, venue, effect);
            System.out.println(effect.line(set, venue.market(set.marketId())));
            return ExitCode.OK;
        }
    }

    private static ParameterSet tryOut(ParameterFile file, StoppedNode node, VenueNames venue, Effect effect) {
        node.tellState(venue);
        ParameterSet set = build(file, venue);
        require(node.preview(set, effect::before, effect::after));
        return set;
    }

    @Command(
            name = "stage",
            description = "Stage a file at a running exchange, and order its activation as the first of two.")
    int stage(
            @Option(names = "--parameters", required = true, paramLabel = "FILE", description = "The parameters, JSON.")
                    Path file,
            @Option(
                            names = "--config",
                            required = true,
                            paramLabel = "FILE",
                            description = "Configuration: members, host, sender, key.")
                    Path config) {
        return atExchange(config, file, (door, set) -> {
            for (ParameterPart part : set.parts()) {
                accept(door.outcome(door.client().stageParameters(part)));
            }
            return activate(door, set);
        });
    }

    @Command(name = "approve", description = "Order the activation of what a file says, as the second of two.")
    int approve(
            @Option(names = "--parameters", required = true, paramLabel = "FILE", description = "The parameters, JSON.")
                    Path file,
            @Option(
                            names = "--config",
                            required = true,
                            paramLabel = "FILE",
                            description = "Configuration: members, host, sender, key.")
                    Path config) {
        return atExchange(config, file, ParametersCommand::activate);
    }

    private static String activate(EmergencyDoor door, ParameterSet set) {
        Digest digest = ParameterDigest.of(set);
        CommandOutcome outcome = accept(door.outcome(door.client().activateParameters(set.version(), digest)));
        return outcome.reference() < 0
                ? "proposal " + -outcome.reference() + ": another operator must approve the same within an hour"
                : "approved: holds from " + LocalDate.ofEpochDay(set.effectiveDay()) + " on";
    }

    private interface Sending {
        String send(EmergencyDoor door, ParameterSet set);
    }

    private static int atExchange(Path config, Path file, Sending sending) {
        ParameterFile read = read(file);
        VenueNames venue = new VenueNames();
        try (EmergencyDoor door = EmergencyDoor.open(EmergencySettings.ofFile(config), venue)) {
            ParameterSet set = build(read, venue);
            String told = sending.send(door, set);
            System.out.println(text(set));
            System.out.println(told);
            return ExitCode.OK;
        }
    }

    @Command(name = "list", description = "Print the staged sets of a running exchange and what each market is at.")
    int list(
            @Option(
                            names = "--config",
                            required = true,
                            paramLabel = "FILE",
                            description = "Configuration: members, host, sender, key.")
                    Path config) {
        VenueNames venue = new VenueNames();
        EmergencyDoor.open(EmergencySettings.ofFile(config), venue).close();
        StagedList.lines(venue).forEach(System.out::println);
        return ExitCode.OK;
    }

    @Command(name = "withdraw", description = "Withdraw a staged set of a running exchange.")
    int withdraw(
            @Option(names = "--version", required = true, paramLabel = "N", description = "The set's number.")
                    long version,
            @Option(
                            names = "--config",
                            required = true,
                            paramLabel = "FILE",
                            description = "Configuration: members, host, sender, key.")
                    Path config) {
        try (EmergencyDoor door = EmergencyDoor.open(EmergencySettings.ofFile(config), new VenueNames())) {
            accept(door.outcome(door.client().cancelParameters(version)));
            System.out.println("version " + version + " withdrawn");
            return ExitCode.OK;
        }
    }

    private static ParameterFile read(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new UserError(ExitCode.NOT_FOUND, "--parameters: there is no file " + file);
        }
        return taking(file, MarginFiles::readFile);
    }

    private static ParameterSet build(ParameterFile file, VenueNames venue) {
        return taking(file, read -> SetBuilder.build(read, venue));
    }

    private static <A, B> B taking(A from, Function<A, B> step) {
        try {
            return step.apply(from);
        } catch (JsonFault fault) {
            throw new UserError(ExitCode.USAGE, fault.getMessage(), fault);
        }
    }

    private static CommandOutcome accept(CommandOutcome outcome) {
        require(outcome.reason());
        return outcome;
    }

    private static void require(RejectReason reason) {
        if (reason != RejectReason.NONE) {
            throw new UserError(ExitCode.FAILED, "refused: " + reason.text());
        }
    }

    private static String text(ParameterSet set) {
        return "version %d, effective %s: %d arrays, charges of %d products, %d spreads, %d ratings, digest %s"
                .formatted(
                        set.version(),
                        LocalDate.ofEpochDay(set.effectiveDay()),
                        set.arrays().size(),
                        set.charges().size(),
                        set.spreads().map(spreads -> spreads.list().size()).orElse(0),
                        set.ratings().size(),
                        ParameterDigest.of(set).hex());
    }
}
