package org.calx.app.emergency;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.calx.api.client.CommandOutcome;
import org.calx.app.ExitCode;
import org.calx.app.UserError;
import org.calx.app.config.EmergencyFile;
import org.calx.app.config.HostPort;
import org.calx.app.local.OpsClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code calx protocol}: tells the venue's protocol version and, as an operator, takes it to the next one. A member whose
 * build does not know that version would have to stop, so all of them are asked first.
 */
@Command(name = "protocol", description = "Tell the venue's protocol version, or go to the next one.")
public final class ProtocolCommand implements Callable<Integer> {
    @Option(
            names = "--config",
            required = true,
            paramLabel = "FILE",
            description = "Configuration: members, host, sender, key, doors.")
    private Path file;

    @Option(names = "--to", paramLabel = "N", description = "Go to this version: the one after the present one.")
    private Integer next;

    @Override
    public Integer call() {
        EmergencyFile settings = EmergencyFile.readWithDoors(file);
        int known = knownByAll(settings.doors());
        if (next != null && next > known) {
            throw new UserError(
                    ExitCode.FAILED,
                    "--to: a member knows versions up to " + known
                            + " only; install the new build on all members first");
        }
        try (EmergencyDoor door = EmergencyDoor.open(EmergencySettings.of(settings))) {
            int present = door.view().protocolVersion();
            if (next == null) {
                System.out.println("protocol version " + present + ", all members know " + known);
                return ExitCode.OK;
            }
            CommandOutcome outcome = door.outcome(door.client().setProtocolVersion(next));
            if (!outcome.accepted()) {
                throw new UserError(
                        ExitCode.FAILED, "refused: " + outcome.reason().text() + " It is at " + present + ".");
            }
            System.out.println(
                    outcome.reference() < 0
                            ? "proposal " + -outcome.reference()
                                    + ": another operator must order the same within an hour"
                            : "protocol version " + next);
            return ExitCode.OK;
        }
    }

    /** The newest version that all members know. @throws UserError if one does not tell */
    static int knownByAll(List<HostPort> doors) {
        try (OpsClient ops = new OpsClient(OpsClient.PATIENCE)) {
            return doors.stream()
                    .mapToInt(door -> ops.json(door, "/status")
                            .map(status -> status.path("newestProtocolVersion").asInt(1))
                            .orElseThrow(() -> new UserError(
                                    ExitCode.FAILED, "doors: " + door + " does not tell which versions it knows")))
                    .min()
                    .orElseThrow();
        }
    }
}
