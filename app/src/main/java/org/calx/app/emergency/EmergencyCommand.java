package org.calx.app.emergency;

import java.nio.file.Path;
import java.util.Map;
import org.calx.api.event.ExchangeEvent.MarketPhaseChanged;
import org.calx.app.ExitCode;
import org.calx.app.UserError;
import org.calx.model.MarketPhase;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code calx emergency}: stops what must be stopped when no gateway can be reached or trusted. */
@Command(name = "emergency", description = "Halt markets or cancel orders without a gateway, with a key of its own.")
public final class EmergencyCommand implements Runnable {
    private static final int ALL_INSTRUMENTS = 0;

    @Spec
    private CommandSpec spec;

    /** Where the exchange is. */
    static final class Where {
        @Option(names = "--config", paramLabel = "FILE", description = "Configuration: members, host, sender, key.")
        private Path file;

        @Option(names = "--dir", paramLabel = "FOLDER", description = "Data folder of a demo on this machine.")
        private Path folder;

        EmergencySettings settings() {
            return file != null ? EmergencySettings.ofFile(file) : EmergencySettings.ofDemo(folder);
        }
    }

    /** Whose orders. */
    static final class Whose {
        @Option(names = "--account", paramLabel = "N", description = "Of one account.")
        private Integer account;

        @Option(names = "--product", paramLabel = "CODE", description = "In one product, of all accounts.")
        private String product;

        @Option(names = "--all", description = "All orders.")
        private boolean all;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "halt or cancel is missing");
    }

    @Command(name = "halt", description = "Halt a market, or all that are open.")
    int halt(
            @ArgGroup(exclusive = true, multiplicity = "1") Where where,
            @Option(names = "--market", paramLabel = "CODE", description = "Only this market.") String market) {
        try (EmergencyDoor door = EmergencyDoor.open(where.settings())) {
            if (market != null) {
                check("--market", market, door.view().markets());
            }
            Map<String, MarketPhaseChanged> open = door.view().openMarkets();
            open.forEach((code, phase) -> {
                if (market == null || market.equals(code)) {
                    door.send(
                            code,
                            door.client().setMarketPhase(phase.marketId(), phase.businessDay(), MarketPhase.HALTED));
                }
            });
            System.out.println("markets halted: " + door.finish());
            return ExitCode.OK;
        }
    }

    @Command(name = "cancel", description = "Cancel orders; halt first, so that no new ones come.")
    int cancel(
            @ArgGroup(exclusive = true, multiplicity = "1") Where where,
            @ArgGroup(exclusive = true, multiplicity = "1") Whose whose) {
        try (EmergencyDoor door = EmergencyDoor.open(where.settings())) {
            if (whose.account != null) {
                cancelAll(door, whose.account);
            } else if (whose.product != null) {
                check("--product", whose.product, door.view().productCodes());
                door.view()
                        .ordersIn(whose.product)
                        .forEach(place -> door.send(
                                place.toString(), door.client().massCancel(place.accountId(), place.instrumentId())));
            } else {
                door.view().accountsWithOrders().forEach(account -> cancelAll(door, account));
            }
            System.out.println("mass cancels done: " + door.finish());
            return ExitCode.OK;
        }
    }

    private static void cancelAll(EmergencyDoor door, int account) {
        door.send("account " + account, door.client().massCancel(account, ALL_INSTRUMENTS));
    }

    private static void check(String option, String code, Iterable<String> known) {
        for (String each : known) {
            if (each.equals(code)) {
                return;
            }
        }
        throw new UserError(
                ExitCode.NOT_FOUND, option + ": there is no " + code + "; there are " + String.join(", ", known));
    }
}
