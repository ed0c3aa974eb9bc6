package org.calx.app.chaos;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.calx.app.chaos.TraderApi.Answer;
import tools.jackson.databind.JsonNode;

/**
 * A trader at the gateways that sends one order after another and does not rest until it knows what became of each: when an
 * answer is missing it asks at the next gateway, and sends again what the exchange does not have.
 */
public class ChaosTrader implements Runnable {
    private static final int ORDER_NOT_FOUND = 10_004;
    private static final int MAX_LOTS = 3;
    private static final int MAX_TICKS_AWAY = 3;
    private static final int CANCEL_EVERY = 40;
    private static final long RETRY_NS = TimeUnit.MILLISECONDS.toNanos(200);
    private static final long PAUSE_NS = TimeUnit.MILLISECONDS.toNanos(5);

    private final TraderApi api;
    private final int accountId;
    private final SplittableRandom random;
    private final List<OrderNote> notes = new ArrayList<>();
    private final AtomicLong settled = new AtomicLong();
    private volatile boolean stopped;
    private String instrument;
    private BigDecimal markPrice;
    private BigDecimal tick;

    public ChaosTrader(TraderApi api, int accountId, long seed) {
        this.api = api;
        this.accountId = accountId;
        this.random = new SplittableRandom(seed);
    }

    /** Trades until {@link #stop}, and then until the last order's fate is known. */
    @Override
    public void run() {
        for (long number = 1; !stopped; number++) {
            if (number % CANCEL_EVERY == 1) {
                api.call("private/cancel_all", Map.of());
                lookAround();
            }
            if (instrument == null) {
                LockSupport.parkNanos(RETRY_NS);
                continue;
            }
            notes.add(place("c" + accountId + "-" + number));
            settled.incrementAndGet();
            LockSupport.parkNanos(PAUSE_NS);
        }
    }

    /** Sends one order more at most. */
    void stop() {
        stopped = true;
    }

    /** How many orders' fate is known; may be asked from any thread. */
    long settled() {
        return settled.get();
    }

    int accountId() {
        return accountId;
    }

    /** What it knows of its orders; read it when {@link #run} has returned. */
    List<OrderNote> notes() {
        return notes;
    }

    /** The account's positions by instrument, as a gateway tells them; call it when all is quiet. */
    Map<String, Long> positions() {
        Answer answer = api.call("private/get_positions", Map.of("currency", "any"));
        while (answer.isMissing()) {
            LockSupport.parkNanos(RETRY_NS);
            answer = api.call("private/get_positions", Map.of("currency", "any"));
        }
        Map<String, Long> lots = new LinkedHashMap<>();
        answer.result()
                .forEach(row -> lots.put(
                        row.path("instrument_name").asString(), row.path("size").asLong()));
        return lots;
    }

    private OrderNote place(String clientOrderId) {
        boolean buys = random.nextBoolean();
        String method = buys ? "private/buy" : "private/sell";
        Map<String, String> order = order(clientOrderId);
        Answer answer = send(method, order);
        boolean uncertain = answer.isMissing();
        while (answer.isMissing()) {
            answer = settle(method, order);
        }
        return note(clientOrderId, answer, uncertain);
    }

    /** Sends an order for the first time. */
    protected Answer send(String method, Map<String, String> order) {
        return api.call(method, order);
    }

    /** What is done when an answer is missing: ask, and send again what is not there. */
    protected Answer settle(String method, Map<String, String> order) {
        LockSupport.parkNanos(RETRY_NS);
        Answer found = api.call("private/calx.resolve_order", Map.of("client_order_id", order.get("client_order_id")));
        return found.errorCode() == ORDER_NOT_FOUND ? api.call(method, order) : found;
    }

    private OrderNote note(String clientOrderId, Answer answer, boolean uncertain) {
        if (answer.result() == null) {
            return new OrderNote(accountId, clientOrderId, OrderNote.Fate.REFUSED, 0, uncertain);
        }
        JsonNode order = answer.result().has("order") ? answer.result().get("order") : answer.result();
        long orderId = Long.parseLong(order.path("order_id").asString());
        return new OrderNote(accountId, clientOrderId, OrderNote.Fate.ACKNOWLEDGED, orderId, uncertain);
    }

    private Map<String, String> order(String clientOrderId) {
        int ticksAway = random.nextInt(-MAX_TICKS_AWAY, MAX_TICKS_AWAY + 1);
        BigDecimal price = markPrice
                .divide(tick, 0, RoundingMode.HALF_EVEN)
                .add(BigDecimal.valueOf(ticksAway))
                .multiply(tick);
        return Map.of(
                "instrument_name",
                instrument,
                "amount",
                Integer.toString(random.nextInt(1, MAX_LOTS + 1)),
                "price",
                price.toPlainString(),
                "client_order_id",
                clientOrderId);
    }

    /** Chooses an instrument that can be traded and learns its price. */
    private void lookAround() {
        Answer instruments = api.call("public/get_instruments", Map.of("currency", "any"));
        if (instruments.result() == null || instruments.result().isEmpty()) {
            return;
        }
        JsonNode chosen =
                instruments.result().get(random.nextInt(instruments.result().size()));
        String name = chosen.path("instrument_name").asString();
        Answer ticker = api.call("public/ticker", Map.of("instrument_name", name));
        if (ticker.result() != null && ticker.result().path("mark_price").isNumber()) {
            instrument = name;
            tick = chosen.path("tick_size").decimalValue();
            markPrice = ticker.result().path("mark_price").decimalValue();
        }
    }
}
