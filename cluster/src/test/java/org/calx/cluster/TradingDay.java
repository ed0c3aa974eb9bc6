package org.calx.cluster;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.calx.api.client.CommandOutcome;
import org.calx.api.client.ExchangeClient;
import org.calx.api.client.OrderRequest;
import org.calx.model.Currency;
import org.calx.model.InstrumentSpec;
import org.calx.model.MarketPhase;
import org.calx.model.MarketSpec;
import org.calx.model.OrderType;
import org.calx.model.ProductClass;
import org.calx.model.ProductParameters;
import org.calx.model.ProductSpec;
import org.calx.model.Side;
import org.calx.model.TimeInForce;
import org.calx.model.VenueLimits;

/** A small market and arbitrary orders in it, the same for the same seed. */
final class TradingDay {
    static final int ACCOUNTS = 4;
    static final int INSTRUMENT = 1;

    private static final int DAY = 20_400;
    private static final int IN_FLIGHT = 64;
    private static final long PATIENCE_NS = 60_000_000_000L;

    private final ExchangeClient client;
    private final Random random;

    TradingDay(ExchangeClient client, long seed) {
        this.client = client;
        this.random = new Random(seed);
    }

    /** Opens a venue with one instrument, funded accounts and an open market. */
    void open() {
        accepted(c -> c.openVenue(VenueLimits.defaults()));
        accepted(c -> c.defineMarket(new MarketSpec(1, "COMPUTE", DAY)));
        accepted(c ->
                c.defineProduct(new ProductSpec(1, "H100", ProductClass.COMPUTE, 1, Currency.USD, 10_000, "GPU-hour")));
        accepted(c -> c.setProductParameters(new ProductParameters(
                1, 100_000, 200_000, 0, 10_000, 100, 1_000, 20_000, 0, 10, 1, 1_000_000_000_000L)));
        accepted(c -> c.listInstrument(
                new InstrumentSpec(INSTRUMENT, "H100-31DEC26", 1, DAY, DAY + 30, DAY + 30, 730, 2_500_000)));
        for (int account = 1; account <= ACCOUNTS; account++) {
            int accountId = account;
            accepted(c -> c.openAccount(accountId, "account " + accountId));
            accepted(c -> c.deposit(accountId, Currency.USD, 1_000_000_000_000_000L));
        }
        long[] losses = new long[16];
        for (int i = 0; i < losses.length; i++) {
            losses[i] = (i - 8) * 10_000_000L;
        }
        accepted(c -> c.setRiskArray(INSTRUMENT, 1, losses));
        accepted(c -> c.setMark(INSTRUMENT, 2_500_000));
        accepted(c -> c.setMarketPhase(1, DAY, MarketPhase.OPEN));
    }

    /** Sends arbitrary orders and cancels, many at a time, and waits for their outcomes. */
    void trade(int commands) {
        Deque<CompletableFuture<CommandOutcome>> inFlight = new ArrayDeque<>();
        for (int i = 0; i < commands; i++) {
            inFlight.add(send());
            if (inFlight.size() >= IN_FLIGHT) {
                await(inFlight.poll());
            }
        }
        inFlight.forEach(this::await);
    }

    /** Sends one arbitrary command. */
    CompletableFuture<CommandOutcome> send() {
        int account = 1 + random.nextInt(ACCOUNTS);
        if (random.nextInt(5) == 0) {
            return client.massCancel(account, INSTRUMENT);
        }
        return client.submitOrder(new OrderRequest(
                account,
                INSTRUMENT,
                random.nextBoolean() ? Side.BUY : Side.SELL,
                OrderType.LIMIT,
                random.nextInt(4) == 0 ? TimeInForce.IMMEDIATE_OR_CANCEL : TimeInForce.GOOD_TIL_CANCELLED,
                false,
                245 + random.nextInt(11),
                1 + random.nextInt(20),
                "",
                "label"));
    }

    private void accepted(Function<ExchangeClient, CompletableFuture<CommandOutcome>> command) {
        CommandOutcome outcome = await(command.apply(client));
        if (!outcome.accepted()) {
            throw new AssertionError("command " + outcome.sequence() + " refused: " + outcome.reason());
        }
    }

    CommandOutcome await(CompletableFuture<CommandOutcome> future) {
        long deadlineNs = System.nanoTime() + PATIENCE_NS;
        while (!future.isDone()) {
            if (client.poll() == 0) {
                Thread.yield();
            }
            if (System.nanoTime() - deadlineNs > 0) {
                throw new AssertionError("no outcome; last event read: " + client.lastEventSequence());
            }
        }
        return future.join();
    }
}
