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

    private final ExchangeClient client;
    private LongConsumer reader = number -> {};
    private long setUpCommands;
    private long unanswered;

    /** Opens a market on an empty exchange; the client is polled by this flow alone. */
    public OrderFlow(ExchangeClient client) {
        this.client = client;
        openMarket();
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

    private void openMarket() {
        done(client.openVenue(VenueLimits.defaults()));
        done(client.defineMarket(new MarketSpec(1, "COMPUTE", DAY)));
        done(client.defineProduct(
                new ProductSpec(1, "H100", ProductClass.COMPUTE, 1, Currency.USD, 10_000, "GPU-hour")));
        done(client.setProductParameters(new ProductParameters(
                1, 100_000, 200_000, 0, 10_000, 100, 1_000, 20_000, 0, 10, 1, 1_000_000_000_000L)));
        done(client.listInstrument(
                new InstrumentSpec(INSTRUMENT, "H100-31DEC26", 1, DAY, DAY + 30, DAY + 30, 730, 2_500_000)));
        for (int account = 1; account <= 2; account++) {
            done(client.openAccount(account, "account " + account));
            done(client.deposit(account, Currency.USD, 1_000_000_000_000_000L));
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
