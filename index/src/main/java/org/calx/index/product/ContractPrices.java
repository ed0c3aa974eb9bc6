package org.calx.index.product;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.calx.index.input.InputException;
import org.calx.index.market.ForwardQuote;

/** Daily settlement prices of one model's month futures. */
public final class ContractPrices {
    private static final int LONGEST_MONTH = 31;

    private final TreeMap<LocalDate, TreeMap<LocalDate, Long>> micros = new TreeMap<>();

    /**
     * The futures of a model among quotes, contracts on months only.
     *
     * @throws InputException if there are none, or one contract has two prices on a day
     */
    public static ContractPrices of(List<ForwardQuote> quotes, String model) {
        ContractPrices prices = new ContractPrices();
        for (ForwardQuote quote : quotes) {
            boolean ofMonth = quote.first().getDayOfMonth() == 1
                    && quote.last().toEpochDay() - quote.first().toEpochDay() < LONGEST_MONTH;
            if (quote.kind() == ForwardQuote.Kind.FUTURE && quote.model().equals(model) && ofMonth) {
                Long before = prices.micros
                        .computeIfAbsent(quote.date(), _ -> new TreeMap<>())
                        .put(quote.first(), quote.priceMicros());
                if (before != null && before != quote.priceMicros()) {
                    throw new InputException(model + " has two prices of " + quote.first() + " on " + quote.date());
                }
            }
        }
        if (prices.micros.isEmpty()) {
            throw new InputException("the quotes have no month futures of " + model);
        }
        return prices;
    }

    /** Days with prices, in order. */
    List<LocalDate> days() {
        return new ArrayList<>(micros.keySet());
    }

    /**
     * Price of the contract that begins on a day.
     *
     * @throws InputException if the day has none: an index must not be guessed
     */
    long micros(LocalDate day, LocalDate contract) {
        NavigableMap<LocalDate, Long> ofDay = micros.get(day);
        Long price = ofDay == null ? null : ofDay.get(contract);
        if (price == null) {
            throw new InputException("the contract of " + contract + " has no price on " + day + "; there are "
                    + (ofDay == null
                            ? "none"
                            : ofDay.keySet().stream()
                                    .sorted(Comparator.naturalOrder())
                                    .toList()));
        }
        return price;
    }
}
