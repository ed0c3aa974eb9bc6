package org.calx.acceptance.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.calx.model.OrderType;
import org.calx.model.RejectReason;
import org.calx.model.Side;
import org.calx.model.TimeInForce;

/** Somebody who trades. Order aliases are the trader's own. */
public final class Trader {
    private static final String[] ORDER = {
        "order: ",
        "instrument: december",
        "side: buy",
        "quantity: 10",
        "price: 2.50",
        "type: limit",
        "timeInForce: good til cancelled",
        "postOnly: no",
        "expect: NONE"
    };

    private final TraderDriver driver;
    private final UnaryOperator<String> symbols;
    private final Map<String, Long> orders = new HashMap<>();
    private final Map<Long, String> aliases = new HashMap<>();

    Trader(TraderDriver driver, UnaryOperator<String> symbols) {
        this.driver = driver;
        this.symbols = symbols;
    }

    /** Places an order: {@code order, instrument, side, quantity, price, type, timeInForce, postOnly, expect}. */
    public void places(String... given) {
        Arguments order = Arguments.parse(given, ORDER);
        Answer answer = driver.place(new OrderTerms(
                symbols.apply(order.text("instrument")),
                Side.valueOf(constant(order.text("side"))),
                OrderType.valueOf(constant(order.text("type"))),
                TimeInForce.valueOf(constant(order.text("timeInForce"))),
                order.yes("postOnly"),
                order.has("price") ? order.ticks("price") : 0,
                order.lots("quantity"),
                order.text("order")));
        expect(order, answer);
        if (order.has("order") && answer.reason() == RejectReason.NONE) {
            orders.put(order.text("order"), answer.orderId());
            aliases.put(answer.orderId(), order.text("order"));
        }
    }

    /** Buys; arguments of {@link #places}. */
    public void buys(String... given) {
        places(with("side: buy", given));
    }

    /** Sells; arguments of {@link #places}. */
    public void sells(String... given) {
        places(with("side: sell", given));
    }

    /** Quotes both sides of an instrument: {@code instrument, bid, ask, quantity}; orders {@code bid} and {@code ask}. */
    public void quotes(String... given) {
        Arguments quote = Arguments.parse(given, "instrument: december", "bid: 2.49", "ask: 2.51", "quantity: 10");
        String instrument = "instrument: " + quote.text("instrument");
        String quantity = "quantity: " + quote.text("quantity");
        buys("order: bid", instrument, quantity, "price: " + quote.text("bid"), "postOnly: yes");
        sells("order: ask", instrument, quantity, "price: " + quote.text("ask"), "postOnly: yes");
    }

    /** Amends price and whole quantity: {@code order, price, quantity, expect}. */
    public void amends(String... given) {
        Arguments change = Arguments.parse(given, "order: ", "price: 2.50", "quantity: 10", "expect: NONE");
        expect(change, driver.amend(id(change.text("order")), change.ticks("price"), change.lots("quantity")));
    }

    /** Cancels: {@code order, expect}. */
    public void cancels(String... given) {
        Arguments cancel = Arguments.parse(given, "order: ", "expect: NONE");
        expect(cancel, driver.cancel(id(cancel.text("order"))));
    }

    /** Tries to cancel and to amend another trader's order, and is told that it has no such order: {@code order}. */
    public void meddlesWith(Trader other, String... given) {
        long orderId = other.id(Arguments.parse(given, "order: ").text("order"));
        assertThat(driver.cancel(orderId).reason()).isEqualTo(RejectReason.UNKNOWN_ORDER);
        assertThat(driver.amend(orderId, 1, 1).reason()).isEqualTo(RejectReason.UNKNOWN_ORDER);
    }

    /** Cancels all of its orders: {@code instrument} (all if it is left out), {@code expect}. */
    public void cancelsAll(String... given) {
        Arguments cancel = Arguments.parse(given, "instrument: ", "expect: NONE");
        String symbol = cancel.has("instrument") ? symbols.apply(cancel.text("instrument")) : "";
        expect(cancel, driver.cancelAll(symbol));
    }

    /** Has what it places from now on cancelled when its connection is gone. */
    public void guardsItsOrders() {
        driver.guardOrders();
    }

    /** Loses its connection, and makes a new one. */
    public void losesItsConnection() {
        driver.loseConnection();
    }

    /** Has all of its orders cancelled unless it says so again in time: {@code seconds}. */
    public void countsDown(String... given) {
        driver.countDown(Arguments.parse(given, "seconds: 1").lots("seconds"));
    }

    /** Sees these of its orders working, by alias, oldest first, and no others. */
    public void seesWorking(String... orderAliases) {
        Eventually.holds(() -> assertThat(driver.workingOrders().stream()
                        .map(order -> aliases.getOrDefault(order.orderId(), "order " + order.orderId()))
                        .toList())
                .as("working orders")
                .isEqualTo(List.of(orderAliases)));
    }

    /** Sees what is left of a working order: {@code order, quantity, price}. */
    public void seesLeft(String... given) {
        Arguments expected = Arguments.parse(given, "order: ", "quantity: 10", "price: 2.50");
        long orderId = id(expected.text("order"));
        Eventually.holds(() -> {
            Working working = driver.workingOrders().stream()
                    .filter(order -> order.orderId() == orderId)
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(expected.text("order") + " is not working"));
            assertThat(working.remainingLots())
                    .as("left of %s", expected.text("order"))
                    .isEqualTo(expected.lots("quantity"));
            assertThat(working.priceTicks())
                    .as("price of %s", expected.text("order"))
                    .isEqualTo(expected.ticks("price"));
        });
    }

    /** Sees that this much of an order has been filled: {@code order, quantity}. */
    public void seesFilled(String... given) {
        Arguments expected = Arguments.parse(given, "order: ", "quantity: 10");
        Eventually.holds(() -> assertThat(driver.filledLots(id(expected.text("order"))))
                .as("filled of %s", expected.text("order"))
                .isEqualTo(expected.lots("quantity")));
    }

    /** Sees its position, negative when short: {@code instrument, quantity}. */
    public void seesPosition(String... given) {
        Arguments expected = Arguments.parse(given, "instrument: december", "quantity: 10");
        Eventually.holds(() -> assertThat(driver.positionLots(symbols.apply(expected.text("instrument"))))
                .as("position in %s", expected.text("instrument"))
                .isEqualTo(expected.lots("quantity")));
    }

    /** Sees its cash: {@code amount} in US dollars. */
    public void seesCash(String... given) {
        Arguments expected = Arguments.parse(given, "amount: 0");
        Eventually.holds(
                () -> assertThat(driver.cashMicros()).as("cash in micros").isEqualTo(expected.micros("amount")));
    }

    /** Sees what it must hold: {@code amount} in US dollars. */
    public void seesInitialMargin(String... given) {
        Arguments expected = Arguments.parse(given, "amount: 0");
        Eventually.holds(() -> assertThat(driver.initialMarginMicros())
                .as("initial margin in micros")
                .isEqualTo(expected.micros("amount")));
    }

    void leave() {
        driver.close();
    }

    private long id(String alias) {
        Long id = orders.get(alias);
        if (id == null) {
            throw new IllegalArgumentException("no order '" + alias + "' has been accepted");
        }
        return id;
    }

    private static void expect(Arguments arguments, Answer answer) {
        assertThat(answer.reason()).as("answer").isEqualTo(RejectReason.valueOf(arguments.text("expect")));
    }

    private static String[] with(String first, String... rest) {
        String[] all = Arrays.copyOf(rest, rest.length + 1);
        all[rest.length] = first;
        return all;
    }

    private static String constant(String words) {
        return words.toUpperCase(Locale.ROOT).replace(' ', '_');
    }
}
