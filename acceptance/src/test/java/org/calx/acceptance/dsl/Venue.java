package org.calx.acceptance.dsl;

import java.util.LinkedHashMap;
import java.util.Map;
import org.calx.cluster.InProcessExchange;
import org.calx.model.SenderRole;

/** One exchange for one test, and those who are on it. */
public final class Venue implements AutoCloseable {
    private static final int EPOCH = 1;
    private static final int FIRST_ACCOUNT = 101;

    private final InProcessExchange exchange = new InProcessExchange();
    private final Desk operatorDesk = new Desk(exchange.client(VenueSetup.OPERATOR_SENDER, EPOCH));
    private final Operator operator = new Operator(operatorDesk);
    private final Map<String, Trader> traders = new LinkedHashMap<>();
    private final Drivers drivers;
    private final MarketData marketData;

    /** Opens a venue that its traders reach by this route. */
    public Venue(Route route) {
        VenueSetup.open(operator);
        drivers = route == Route.IN_PROCESS
                ? new InProcessDrivers(exchange, operator)
                : new WebSocketDrivers(exchange, operator);
        marketData = new MarketData(drivers.marketData(), operator::symbol);
    }

    /** Who runs it. */
    public Operator operator() {
        return operator;
    }

    /** What everybody sees. */
    public MarketData marketData() {
        return marketData;
    }

    /** A trader by name; who is new opens an account with a deposit: {@code deposit} in US dollars. */
    public Trader trader(String name, String... given) {
        return traders.computeIfAbsent(name, unknown -> open(unknown, given));
    }

    private Trader open(String name, String... given) {
        Arguments terms = Arguments.parse(given, "deposit: 1000000");
        int accountId = FIRST_ACCOUNT + traders.size();
        operator.done(operator.client().openAccount(accountId, name));
        operator.done(operator.client().registerSender(accountId, SenderRole.PARTICIPANT, accountId));
        if (terms.micros("deposit") > 0) {
            operator.deposits(accountId, terms.micros("deposit"));
        }
        return new Trader(drivers.trader(accountId, name), operator::symbol);
    }

    @Override
    public void close() {
        traders.values().forEach(Trader::leave);
        marketData.leave();
        drivers.close();
        operatorDesk.close();
    }
}
