package org.calx.index.market;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import org.calx.api.event.EventReader;
import org.calx.api.event.ExchangeEvent;
import org.calx.index.DecimalMicros;
import org.calx.index.input.ObservationCsv;
import org.calx.model.InstrumentSpec;
import org.calx.model.ProductClass;
import org.calx.model.ProductSpec;
import org.calx.model.Side;

/**
 * Turns the executed trades of an exchange's event stream into rows of the schema of observations, one each, under the business
 * date of their market. The seller is the provider and its own group.
 *
 * <p>The term is {@code on-demand} for a contract on one day that is traded on that day or the day before, {@code 1m} for the next
 * contract month, {@code forward} for all others, whose price is one of later or of partly fixed delivery, and {@code wash} where
 * buyer and seller are one account. The last two are refused by every methodology, with that reason.
 */
public final class OwnTrades implements EventReader {
    /** What stands in the column {@code source}. */
    public static final String SOURCE = "calx";

    private static final int LONGEST_MONTH = 31;
    private static final int SHORTEST_MONTH = 28;

    private final Map<Integer, ProductSpec> products = new HashMap<>();
    private final Map<Integer, InstrumentSpec> instruments = new HashMap<>();
    private final Map<Integer, String> accounts = new HashMap<>();
    private final Map<Integer, Integer> businessDays = new HashMap<>();
    private final IntPredicate isProgram;
    private final Consumer<String> lines;
    private long trades;

    /**
     * Reads from the first event on.
     *
     * @param isProgram whether an account's orders are made up by a program; a trade with one on either side says {@code generated}
     * @param lines takes each row as a line of CSV; the header is {@link ObservationCsv#HEADER}
     */
    public OwnTrades(IntPredicate isProgram, Consumer<String> lines) {
        this.isProgram = isProgram;
        this.lines = lines;
    }

    @Override
    public void onEvent(long sequence, long timestampNs, boolean lastOfCommand, ExchangeEvent event) {
        switch (event) {
            case ExchangeEvent.ProductDefined(var product) -> products.put(product.productId(), product);
            case ExchangeEvent.InstrumentListed(var listed) -> instruments.put(listed.instrumentId(), listed);
            case ExchangeEvent.AccountOpened(int accountId, String name) -> accounts.put(accountId, name);
            case ExchangeEvent.MarketPhaseChanged change -> businessDays.put(change.marketId(), change.businessDay());
            case ExchangeEvent.Trade trade -> onTrade(sequence, trade);
            default -> {
                // Nothing else is a price at which somebody bought.
            }
        }
    }

    private void onTrade(long sequence, ExchangeEvent.Trade trade) {
        InstrumentSpec instrument = instruments.get(trade.instrumentId());
        if (instrument == null) {
            throw new IllegalStateException(
                    "event " + sequence + " is a trade of an instrument that nothing read before it lists");
        }
        ProductSpec product = products.get(instrument.productId());
        if (product.productClass() != ProductClass.COMPUTE) {
            return;
        }
        int day = businessDays.get(product.marketId());
        boolean aggressorSells = trade.aggressorSide() == Side.SELL;
        int seller = aggressorSells ? trade.aggressorAccountId() : trade.restingAccountId();
        int buyer = aggressorSells ? trade.restingAccountId() : trade.aggressorAccountId();
        long priceMicros = Math.multiplyExact(trade.priceTicks(), product.tickMicros());
        long gpuHours = Math.multiplyExact(trade.quantityLots(), (long) instrument.unitsPerLot());
        // A provider's name has neither commas nor quotes.
        String name = accounts.get(seller).replace(',', ' ').replace('"', ' ');
        lines.accept(ObservationCsv.line(List.of(
                LocalDate.ofEpochDay(day).toString(),
                "trade",
                name,
                name,
                "",
                product.code(),
                "1",
                seller == buyer ? "wash" : term(instrument, day),
                product.currency().name(),
                "gpu-hour",
                DecimalMicros.text(priceMicros),
                Long.toString(gpuHours),
                SOURCE,
                isProgram.test(seller) || isProgram.test(buyer) ? "1" : "0")));
        trades++;
    }

    private static String term(InstrumentSpec instrument, int day) {
        int ahead = instrument.firstFixingDay() - day;
        int days = instrument.lastFixingDay() - instrument.firstFixingDay() + 1;
        if (days == 1 && (ahead == 0 || ahead == 1)) {
            return "on-demand";
        }
        return days >= SHORTEST_MONTH && days <= LONGEST_MONTH && ahead >= 1 && ahead <= LONGEST_MONTH
                ? "1m"
                : "forward";
    }

    /** Rows written. */
    public long trades() {
        return trades;
    }
}
