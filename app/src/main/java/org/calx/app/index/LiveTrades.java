package org.calx.app.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import org.calx.api.client.EventFeed;
import org.calx.api.event.ExchangeEvent;
import org.calx.index.market.OwnTrades;
import org.calx.index.push.IndexService;

/**
 * Brings the trades of a running exchange to an index while they happen. Reads the stream from its beginning, since names and contracts
 * stand there, and keeps what the index does not have yet.
 */
final class LiveTrades implements AutoCloseable {
    private static final int EVENTS_AT_ONCE = 512;
    private static final int MOST_ROWS = 1_000;
    private static final int DATE_LENGTH = "2026-07-29".length();

    private final EventFeed feed;
    private final IndexService service;
    private final OwnTrades trades;
    private final long kept;
    private final List<String> rows = new ArrayList<>();
    private String day = "";
    private long reading;
    private long lastRow;

    /**
     * Trades of a stream.
     *
     * @param feed from the first event, or the first that is left, on
     * @param isProgram whether an account's orders are made up by a program
     */
    LiveTrades(EventFeed feed, IndexService service, IntPredicate isProgram) {
        this.feed = feed;
        this.service = service;
        this.kept = service.lastTradeEvent();
        this.trades = new OwnTrades(isProgram, this::add);
    }

    /**
     * Takes what is there, and keeps it before it comes back.
     *
     * @return messages of the stream taken, 0 when there is nothing new
     * @throws IllegalStateException if the stream begins after what is needed to read it
     */
    int doWork() {
        int taken = feed.poll(this::onEvent, EVENTS_AT_ONCE);
        flush();
        return taken;
    }

    private void onEvent(long sequence, long timestampNs, boolean lastOfCommand, ExchangeEvent event) {
        if (sequence > kept || !(event instanceof ExchangeEvent.Trade)) {
            reading = sequence;
            trades.onEvent(sequence, timestampNs, lastOfCommand, event);
        }
    }

    private void add(String row) {
        String ofRow = row.substring(0, DATE_LENGTH);
        if (!ofRow.equals(day) || rows.size() == MOST_ROWS) {
            flush();
            day = ofRow;
        }
        rows.add(row);
        lastRow = reading;
    }

    private void flush() {
        if (rows.isEmpty()) {
            return;
        }
        try {
            service.acceptTrades(LocalDate.parse(day), rows, lastRow);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        rows.clear();
    }

    @Override
    public void close() {
        feed.close();
    }
}
