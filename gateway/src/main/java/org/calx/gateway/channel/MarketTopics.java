package org.calx.gateway.channel;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.calx.gateway.shape.BookShape;
import org.calx.gateway.shape.TickerShape;
import org.calx.gateway.shape.TradeShape;
import org.calx.gateway.view.Candle;
import org.calx.gateway.view.InstrumentView;
import org.calx.gateway.view.Resolution;
import org.calx.gateway.view.Views;

/** Reads the names of the channels of market data and makes their topics. An instrument's name may have dots in it. */
final class MarketTopics {
    private static final List<Integer> GROUPS = List.of(1, 2, 5, 10, 25, 100, 250);
    private static final List<Integer> DEPTHS = List.of(1, 10, 20);

    private final Views views;

    MarketTopics(Views views) {
        this.views = views;
    }

    /** The topic of a channel; empty if there is no such channel. */
    Optional<Topic> make(String channel) {
        String[] parts = channel.split("\\.", -1);
        int last = parts.length - 1;
        return switch (parts[0]) {
            case "book" -> book(channel, parts, last);
            case "trades" -> Interval.of(parts[last]).flatMap(interval -> trades(channel, interval, parts, last));
            case "ticker" ->
                Interval.of(parts[last])
                        .flatMap(interval -> instrument(parts, 1, last).map(found -> ticker(channel, interval, found)));
            case "quote" -> instrument(parts, 1, parts.length).map(found -> quote(channel, found));
            case "chart" -> parts[Math.min(1, last)].equals("trades") ? chart(channel, parts, last) : Optional.empty();
            default -> Optional.empty();
        };
    }

    private Optional<InstrumentView> instrument(String[] parts, int from, int to) {
        return from >= to
                ? Optional.empty()
                : views.listings()
                        .bySymbol(String.join(".", Arrays.asList(parts).subList(from, to)));
    }

    private Optional<Topic> book(String channel, String[] parts, int last) {
        Optional<Interval> interval = Interval.of(parts[last]);
        if (interval.isEmpty()) {
            return Optional.empty();
        }
        Optional<InstrumentView> whole = instrument(parts, 1, last);
        if (whole.isPresent()) {
            return Optional.of(new BookTopic(channel, interval.get(), whole.get()));
        }
        Optional<Integer> group = last < 3 ? Optional.empty() : oneOf(GROUPS, parts[last - 2]);
        Optional<Integer> depth = last < 3 ? Optional.empty() : oneOf(DEPTHS, parts[last - 1]);
        return instrument(parts, 1, last - 2)
                .filter(found -> group.isPresent() && depth.isPresent())
                .map(found -> new StateTopic(
                        channel,
                        interval.get(),
                        changes -> !changes.levelsOf(found).isEmpty(),
                        () -> List.of(BookShape.grouped(found, group.get(), depth.get()))));
    }

    private static Optional<Integer> oneOf(List<Integer> allowed, String text) {
        String number = text.equals("none") ? "1" : text;
        return allowed.stream().filter(value -> value.toString().equals(number)).findFirst();
    }

    private Optional<Topic> trades(String channel, Interval interval, String[] parts, int last) {
        return selection(parts, 1, last)
                .map(wanted -> new RowsTopic(channel, interval, false, changes -> changes.trades().stream()
                        .filter(trade -> wanted.test(trade.instrument()))
                        .map(TradeShape::trade)));
    }

    /** An instrument's name, or a kind and a currency. */
    Optional<Predicate<InstrumentView>> selection(String[] parts, int from, int to) {
        Optional<InstrumentView> one = instrument(parts, from, to);
        if (one.isPresent()) {
            return Optional.of(instrument -> instrument == one.get());
        }
        if (to - from < 2) {
            return Optional.empty();
        }
        String currency = String.join(".", Arrays.asList(parts).subList(from + 1, to));
        return InstrumentFilter.byKind(parts[from])
                .flatMap(kind ->
                        InstrumentFilter.byCurrency(currency, views.listings()).map(kind::and));
    }

    private Topic ticker(String channel, Interval interval, InstrumentView instrument) {
        return new StateTopic(
                channel,
                interval,
                changes -> changes.instruments().contains(instrument),
                () -> List.of(TickerShape.ticker(instrument, views.logNowNs())));
    }

    private Topic quote(String channel, InstrumentView instrument) {
        return new StateTopic(
                channel,
                Interval.RAW,
                changes -> !changes.levelsOf(instrument).isEmpty(),
                () -> List.of(TickerShape.quote(instrument, views.logNowNs())));
    }

    private Optional<Topic> chart(String channel, String[] parts, int last) {
        Optional<Resolution> resolution = Resolution.of(parts[last]);
        return instrument(parts, 2, last)
                .filter(found -> resolution.isPresent())
                .map(found -> new StateTopic(
                        channel,
                        Interval.MS_100,
                        changes -> changes.trades().stream().anyMatch(trade -> trade.instrument() == found),
                        () -> {
                            Candle candle = found.candles(resolution.get()).last();
                            return candle == null ? List.of() : List.of(TradeShape.candle(found, candle));
                        }));
    }
}
