package org.calx.gateway.view;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.calx.model.Fixing;

/** What the events of one command have changed: what channels are told from. Cleared after each command. */
public final class Changes {
    final Set<InstrumentView> instruments = new LinkedHashSet<>();
    final Map<InstrumentView, List<LevelChange>> levels = new LinkedHashMap<>();
    final List<TradeView> trades = new ArrayList<>();
    final List<UserTrade> userTrades = new ArrayList<>();
    final Set<OrderView> orders = new LinkedHashSet<>();
    final Set<AccountView> accounts = new LinkedHashSet<>();
    final Map<AccountView, Map<InstrumentView, PositionView>> positions = new LinkedHashMap<>();
    final List<Fixing> fixings = new ArrayList<>();
    boolean venue;
    boolean marks;
    long sequence;
    long timestampNs;

    void clear() {
        instruments.clear();
        levels.clear();
        trades.clear();
        userTrades.clear();
        orders.clear();
        accounts.clear();
        positions.clear();
        fixings.clear();
        venue = false;
        marks = false;
    }

    /** Instruments of which anything changed. */
    public Set<InstrumentView> instruments() {
        return instruments;
    }

    /** What changed in an instrument's book, best prices first. */
    public List<LevelChange> levelsOf(InstrumentView instrument) {
        return levels.getOrDefault(instrument, List.of());
    }

    public List<TradeView> trades() {
        return trades;
    }

    public List<UserTrade> userTrades() {
        return userTrades;
    }

    /** Orders that changed, in the state they have now. */
    public Set<OrderView> orders() {
        return orders;
    }

    /** Accounts of which orders, positions or money changed. */
    public Set<AccountView> accounts() {
        return accounts;
    }

    /** The positions of an account that changed, as they are now. */
    public Collection<PositionView> positionsOf(AccountView account) {
        return positions.getOrDefault(account, Map.of()).values();
    }

    public List<Fixing> fixings() {
        return fixings;
    }

    /** Whether the clock, a phase or a business date changed. */
    public boolean venue() {
        return venue;
    }

    /** Whether a mark changed, and with it the value of positions. */
    public boolean marks() {
        return marks;
    }

    /** The command's last event. */
    public long sequence() {
        return sequence;
    }

    /** The command's log time. */
    public long timestampNs() {
        return timestampNs;
    }
}
