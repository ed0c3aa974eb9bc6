package org.calx.acceptance.dsl;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.calx.api.client.CommandOutcome;
import org.calx.api.client.ExchangeClient;
import org.calx.api.client.OrderRequest;
import org.calx.model.SessionEnd;

/** A trader with a sender of its own on the exchange. */
final class InProcessTrader implements TraderDriver {
    private final Desk desk;
    private final VenueMirror mirror = new VenueMirror();
    private final int accountId;
    private final Function<String, Listing> listings;
    private long sessionNumber;

    InProcessTrader(ExchangeClient client, int accountId, Function<String, Listing> listings) {
        this.desk = new Desk(client);
        this.accountId = accountId;
        this.listings = listings;
        client.addReader(mirror);
    }

    @Override
    public Answer place(OrderTerms order) {
        return send(desk.client()
                .submitOrder(new OrderRequest(
                        accountId,
                        instrumentId(order.symbol()),
                        order.side(),
                        order.type(),
                        order.timeInForce(),
                        order.postOnly(),
                        order.priceTicks(),
                        order.quantityLots(),
                        "",
                        order.label(),
                        sessionNumber,
                        0)));
    }

    @Override
    public Answer amend(long orderId, long priceTicks, long quantityLots) {
        return send(desk.client().amendOrder(accountId, orderId, priceTicks, quantityLots));
    }

    @Override
    public Answer cancel(long orderId) {
        return send(desk.client().cancelOrder(accountId, orderId));
    }

    @Override
    public Answer cancelAll(String symbol) {
        return send(desk.client().massCancel(accountId, symbol.isEmpty() ? 0 : instrumentId(symbol)));
    }

    @Override
    public void guardOrders() {
        sessionNumber++;
        desk.answer(desk.client().openSession(accountId, sessionNumber, 0));
    }

    @Override
    public void loseConnection() {
        desk.answer(desk.client().endSession(sessionNumber, SessionEnd.DROPPED));
        sessionNumber = 0;
    }

    @Override
    public void countDown(long seconds) {
        desk.answer(desk.client().cancelAllAfter(accountId, TimeUnit.SECONDS.toNanos(seconds)));
    }

    @Override
    public List<Working> workingOrders() {
        desk.catchUp();
        return mirror.workingOrders(accountId);
    }

    @Override
    public long filledLots(long orderId) {
        desk.catchUp();
        return mirror.filledLots(orderId);
    }

    @Override
    public long positionLots(String symbol) {
        desk.catchUp();
        return mirror.positionLots(accountId, instrumentId(symbol));
    }

    @Override
    public long cashMicros() {
        desk.catchUp();
        return mirror.cashMicros(accountId);
    }

    @Override
    public long initialMarginMicros() {
        desk.catchUp();
        return mirror.initialMarginMicros(accountId);
    }

    @Override
    public void close() {
        desk.close();
    }

    private Answer send(CompletableFuture<CommandOutcome> command) {
        CommandOutcome outcome = desk.answer(command);
        return new Answer(outcome.reason(), outcome.reference());
    }

    private int instrumentId(String symbol) {
        Listing listing = listings.apply(symbol);
        return listing == null ? Integer.MAX_VALUE : listing.instrumentId();
    }
}
