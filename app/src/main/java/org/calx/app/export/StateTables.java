package org.calx.app.export;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.calx.api.event.EventReader;
import org.calx.api.event.ExchangeEvent;
import org.calx.api.event.ExchangeEvent.ImageBalance;
import org.calx.api.event.ExchangeEvent.ImageOrder;
import org.calx.api.event.ExchangeEvent.PositionChanged;
import org.calx.core.clearing.HouseAccount;
import org.calx.model.InstrumentSpec;
import org.calx.model.ProductSpec;
import org.calx.model.ShortText;

/** The rows of one state image as the files {@code orders.csv}, {@code positions.csv} and {@code balances.csv}. */
final class StateTables implements EventReader, Closeable {
    private final Map<Integer, ProductSpec> products = new HashMap<>();
    private final Map<Integer, InstrumentSpec> instruments = new HashMap<>();
    private final Map<Integer, String> accounts = new HashMap<>();
    private final CsvFile orders;
    private final CsvFile positions;
    private final CsvFile balances;

    private StateTables(CsvFile orders, CsvFile positions, CsvFile balances) {
        this.orders = orders;
        this.positions = positions;
        this.balances = balances;
    }

    /** Begins the files, over those that are there. */
    static StateTables create(Path folder) throws IOException {
        return new StateTables(
                new CsvFile(
                        folder.resolve("orders.csv"),
                        "order_id",
                        "account_id",
                        "account",
                        "instrument",
                        "side",
                        "time_in_force",
                        "post_only",
                        "price_ticks",
                        "price_micros_per_unit",
                        "quantity_lots",
                        "remaining_lots",
                        "client_order_id",
                        "label",
                        "entered_ns"),
                new CsvFile(
                        folder.resolve("positions.csv"),
                        "account_id",
                        "account",
                        "instrument",
                        "position_lots",
                        "open_value_micros",
                        "currency"),
                new CsvFile(
                        folder.resolve("balances.csv"),
                        "ledger_account_id",
                        "ledger_account",
                        "currency",
                        "balance_micros"));
    }

    @Override
    public void onEvent(long sequence, long timestampNs, boolean lastOfCommand, ExchangeEvent event) {
        switch (event) {
            case ExchangeEvent.ProductDefined(var product) -> products.put(product.productId(), product);
            case ExchangeEvent.InstrumentListed(var listed) -> instruments.put(listed.instrumentId(), listed);
            case ExchangeEvent.AccountOpened(int accountId, String name) -> accounts.put(accountId, name);
            case ImageOrder order -> write(order);
            case PositionChanged position -> write(position);
            case ImageBalance balance -> write(balance);
            default -> {
                // Definitions, prices and requirements are not exported.
            }
        }
    }

    long orders() {
        return orders.rows();
    }

    long positions() {
        return positions.rows();
    }

    long balances() {
        return balances.rows();
    }

    @Override
    public void close() throws IOException {
        try (orders;
                positions;
                balances) {}
    }

    private void write(ImageOrder order) {
        InstrumentSpec instrument = instruments.get(order.instrumentId());
        orders.row(
                order.orderId(),
                order.accountId(),
                accounts.get(order.accountId()),
                instrument.symbol(),
                order.side(),
                order.timeInForce(),
                order.postOnly(),
                order.priceTicks(),
                order.priceTicks() * product(instrument).tickMicros(),
                order.quantityLots(),
                order.remainingLots(),
                ShortText.text(order.clientOrderIdHigh(), order.clientOrderIdLow()),
                ShortText.text(order.labelHigh(), order.labelLow()),
                order.enteredNs());
    }

    private void write(PositionChanged position) {
        InstrumentSpec instrument = instruments.get(position.instrumentId());
        positions.row(
                position.accountId(),
                accounts.get(position.accountId()),
                instrument.symbol(),
                position.positionLots(),
                position.openValueMicros(),
                product(instrument).currency());
    }

    private void write(ImageBalance balance) {
        int id = balance.accountId();
        balances.row(
                id, id < 0 ? HouseAccount.name(id) : accounts.get(id), balance.currency(), balance.balanceMicros());
    }

    private ProductSpec product(InstrumentSpec instrument) {
        return products.get(instrument.productId());
    }
}
