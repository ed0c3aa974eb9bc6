package org.calx.bench.roundtrip;

import java.util.concurrent.CompletableFuture;
import java.util.function.LongConsumer;
import org.calx.api.client.CommandOutcome;
import org.calx.api.client.ExchangeClient;
import org.calx.api.client.OrderRequest;
import org.calx.api.event.ExchangeEvent;
import org.calx.model.Currency;
import org.calx.model.InstrumentSpec;
import org.calx.model.MarketPhase;
import org.calx.model.MarketSpec;
import org.calx.model.ProductClass;
import org.calx.model.ProductParameters;
import org.calx.model.ProductSpec;
import org.calx.model.Side;
import org.calx.model.VenueLimits;

/**
 * Orders through the Java client, acknowledged by their {@code CommandResult} in the live event stream. Every second order
 * rests and the next one trades with it, the two accounts taking turns, so the book stays small and every order is checked,
 * margined, matched or rested, and cleared.
 */
public final class OrderFlow {
    /** The sender that the orders come from. */
    public static final int OPERATOR = 1;

    private static final int INSTRUMENT = 1;
    private static final int DAY = 20_400;
    private static final long PRICE_TICKS = 250;
    private static final int TRADING_ACCOUNTS = 2;
    private static final int RESTING_PRICES = 1_000;

    private final ExchangeClient client;
    private final int restingAccounts;
    private LongConsumer reader = number -> {};
    private long setUpCommands;
    private long unanswered;

    /** Opens a market on an empty exchange; the client is polled by this flow alone. */
    public OrderFlow(ExchangeClient client) {
        this(client, VenueLimits.defaults(), 0);
    }

    /** The same with other limits of the venue, and as many more accounts whose orders {@link #rest}. */
    public OrderFlow(ExchangeClient client, VenueLimits limits, int restingAccounts) {
        this.client = client;
        this.restingAccounts = restingAccounts;
        openMarket(limits);
        client.addReader((sequence, timestampNs, lastOfCommand, event) -> onEvent(event));
    }

    /** Sends order {@code number}, from 0. @return false if it cannot be taken now */
    public boolean send(long number) {
        if (unanswered >= ExchangeClient.MAX_UNANSWERED) {
            return false;
        }
        boolean rests = number % 2 == 0;
        boolean swapped = number / 2 % 2 == 1;
        Side side = rests ? Side.SELL : Side.BUY;
        int account = rests == swapped ? 2 : 1;
        client.submitOrder(OrderRequest.limit(account, INSTRUMENT, side, PRICE_TICKS, 1));
        unanswered++;
        return true;
    }

    /** Sends order {@code number} to rest above those of {@link #send}, on one of a thousand prices. @return as there */
    public boolean rest(long number) {
        if (unanswered >= ExchangeClient.MAX_UNANSWERED) {
            return false;
        }
        int account = TRADING_ACCOUNTS + 1 + (int) (number % restingAccounts);
        client.submitOrder(
                OrderRequest.limit(account, INSTRUMENT, Side.SELL, PRICE_TICKS + 1 + number % RESTING_PRICES, 1));
        unanswered++;
        return true;
    }

    /** Orders that have no answer yet. */
    public long unanswered() {
        return unanswered;
    }

    /** Hands over the numbers of the orders that were acknowledged. @return work done */
    public int poll(LongConsumer returned) {
        reader = returned;
        return client.poll();
    }

    private void onEvent(ExchangeEvent event) {
        if (event instanceof ExchangeEvent.CommandResult result && !result.duplicate()) {
            if (result.reason() != org.calx.model.RejectReason.NONE) {
                throw new IllegalStateException("order refused: " + result.reason());
            }
            unanswered--;
            reader.accept(result.sequence() - setUpCommands - 1);
        }
    }

    private void openMarket(VenueLimits limits) {
        done(client.openVenue(limits));
        done(client.defineMarket(new MarketSpec(1, "COMPUTE", DAY)));
        done(client.defineProduct(
                new ProductSpec(1, "H100", ProductClass.COMPUTE, 1, Currency.USD, 10_000, "GPU-hour")));
        done(client.setProductParameters(new ProductParameters(
                1, 100_000, 200_000, 0, 10_000, 100, 1_000, 20_000, 0, 10, 1, 1_000_000_000_000L)));
        done(client.listInstrument(
                new InstrumentSpec(INSTRUMENT, "H100-31DEC26", 1, DAY, DAY + 30, DAY + 30, 730, 2_500_000)));
        for (int account = 1; account <= TRADING_ACCOUNTS + restingAccounts; account++) {
            done(client.openAccount(account, "account " + account));
            done(client.deposit(account, Currency.USD, 100_000_000_000_000L));
        }
        long[] losses = new long[16];
        for (int i = 0; i < losses.length; i++) {
            losses[i] = (i - 8) * 10_000_000L;
        }
        done(client.setRiskArray(INSTRUMENT, 1, losses));
        done(client.setMark(INSTRUMENT, 2_500_000));
        done(client.setMarketPhase(1, DAY, MarketPhase.OPEN));
    }

    private void done(CompletableFuture<CommandOutcome> command) {
        while (!command.isDone()) {
            client.poll();
        }
        if (!command.join().accepted()) {
            throw new IllegalStateException("set-up refused: " + command.join().reason());
        }
        setUpCommands++;
    }
}
