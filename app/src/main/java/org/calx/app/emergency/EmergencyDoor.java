package org.calx.app.emergency;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.agrona.CloseHelper;
import org.calx.api.client.AeronEndpoint;
import org.calx.api.client.AeronExchangeClient;
import org.calx.api.client.CommandOutcome;
import org.calx.api.client.ExchangeClient;
import org.calx.api.event.EventReader;
import org.calx.app.ExitCode;
import org.calx.app.UserError;
import org.calx.model.RejectReason;

/** The way to the log that needs no gateway. Everything waits for its answer, for a bounded time. */
public final class EmergencyDoor implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int COMMANDS_AT_ONCE = 256;
    private static final long LOOK_NS = TimeUnit.MILLISECONDS.toNanos(1);

    private final AutoCloseable driver;
    private final ExchangeClient client;
    private final EmergencyView view = new EmergencyView();
    private final Map<String, CompletableFuture<CommandOutcome>> unanswered = new LinkedHashMap<>();
    private final List<String> refused = new ArrayList<>();
    private final int epoch;
    private int done;

    private EmergencyDoor(AutoCloseable driver, ExchangeClient client, int epoch, EventReader also) {
        this.driver = driver;
        this.client = client;
        this.epoch = epoch;
        client.addReader(view);
        client.addReader(also);
    }

    /** Connects and reads what there is. */
    static EmergencyDoor open(EmergencySettings settings) {
        return open(settings, (sequence, timestampNs, lastOfCommand, event) -> {});
    }

    /** Connects and reads what there is; another reader sees a whole state image too. */
    public static EmergencyDoor open(EmergencySettings settings, EventReader also) {
        AutoCloseable driver = settings.driver();
        try {
            AeronEndpoint endpoint = settings.endpoint(driver);
            long after = endpoint.archives().isEmpty() ? 0 : AeronExchangeClient.lastRecordedEvent(endpoint, PATIENCE);
            int epoch = AeronExchangeClient.epochFromClock();
            ExchangeClient client =
                    AeronExchangeClient.connect(endpoint, settings.sender(), epoch, settings.key(), after);
            EmergencyDoor door = new EmergencyDoor(driver, client, epoch, also);
            door.readState();
            return door;
        } catch (RuntimeException e) {
            CloseHelper.quietClose(driver);
            throw e;
        }
    }

    EmergencyView view() {
        return view;
    }

    /** Sends commands. */
    public ExchangeClient client() {
        return client;
    }

    /** Sends one command; what it is for is told if it is refused. */
    void send(String what, CompletableFuture<CommandOutcome> command) {
        unanswered.put(what, command);
        if (unanswered.size() >= COMMANDS_AT_ONCE) {
            awaitAnswers();
        }
    }

    /** Sends one command and waits for what becomes of it. */
    public CommandOutcome outcome(CompletableFuture<CommandOutcome> command) {
        return await(command, System.nanoTime() + PATIENCE.toNanos());
    }

    /**
     * Waits for the answers to all that was sent.
     *
     * @return how many commands were done
     * @throws UserError if one was refused
     */
    int finish() {
        awaitAnswers();
        if (!refused.isEmpty()) {
            throw new UserError(ExitCode.FAILED, done + " done, " + refused.size() + " refused: " + refused.getFirst());
        }
        return done;
    }

    /** An image goes on with the commands that follow: asked for again and again, it comes to its end. */
    private void readState() {
        long deadlineNs = System.nanoTime() + PATIENCE.toNanos();
        while (!view.isComplete()) {
            CommandOutcome outcome = await(client.requestImage(), deadlineNs);
            if (outcome.reason() != RejectReason.NONE) {
                throw new UserError(
                        ExitCode.FAILED, "refused: " + outcome.reason().text());
            }
        }
    }

    private void awaitAnswers() {
        long deadlineNs = System.nanoTime() + PATIENCE.toNanos();
        unanswered.forEach((what, command) -> {
            RejectReason reason = await(command, deadlineNs).reason();
            if (reason == RejectReason.NONE) {
                done++;
            } else {
                refused.add(what + ": " + reason.text());
            }
        });
        unanswered.clear();
    }

    private CommandOutcome await(CompletableFuture<CommandOutcome> command, long deadlineNs) {
        while (!command.isDone()) {
            if (client.poll() == 0) {
                LockSupport.parkNanos(LOOK_NS);
            }
            if (System.nanoTime() - deadlineNs > 0) {
                throw new UserError(
                        ExitCode.FAILED,
                        "no answer within " + PATIENCE.toSeconds() + " s: is a majority of the members up?");
            }
        }
        return command.join();
    }

    @Override
    public void close() {
        CloseHelper.quietCloseAll(client, driver);
        awaitNextEpoch();
    }

    /** The next door of this sender needs a later epoch, or its commands would be taken for this one's sent again. */
    private void awaitNextEpoch() {
        while (AeronExchangeClient.epochFromClock() <= epoch) {
            LockSupport.parkNanos(LOOK_NS);
        }
    }
}
