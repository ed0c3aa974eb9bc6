package org.calx.acceptance.dsl;

import java.util.concurrent.CompletableFuture;
import org.calx.api.client.CommandOutcome;
import org.calx.api.client.ExchangeClient;

/** A client of the exchange driven by the test's own thread: every command is waited for. */
final class Desk implements AutoCloseable {
    private static final int MOST_POLLS = 1_000_000;

    private final ExchangeClient client;

    Desk(ExchangeClient client) {
        this.client = client;
    }

    ExchangeClient client() {
        return client;
    }

    /** Polls until the command is answered. */
    CommandOutcome answer(CompletableFuture<CommandOutcome> command) {
        for (int poll = 0; poll < MOST_POLLS; poll++) {
            if (command.isDone()) {
                return command.join();
            }
            client.poll();
        }
        throw new AssertionError("no answer after " + MOST_POLLS + " polls");
    }

    /** Reads all events that there are. */
    void catchUp() {
        while (client.poll() > 0) {
            Thread.onSpinWait();
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
