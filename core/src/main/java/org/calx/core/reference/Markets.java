package org.calx.core.reference;

import org.calx.core.snapshot.SnapshotReader;
import org.calx.core.snapshot.SnapshotWriter;
import org.calx.model.MarketPhase;
import org.calx.model.MarketSpec;
import org.calx.model.RejectReason;

/** The markets, their phases and their business dates. Ids are 1 to {@value #CAPACITY}. */
public final class Markets {
    /** Most markets. */
    public static final int CAPACITY = 64;

    private final MarketSpec[] specs = new MarketSpec[CAPACITY + 1];
    private final MarketPhase[] phases = new MarketPhase[CAPACITY + 1];
    private final int[] businessDays = new int[CAPACITY + 1];

    /** Why the market cannot be defined, or {@link RejectReason#NONE}. */
    public RejectReason checkDefine(MarketSpec market) {
        if (market.marketId() < 1 || Names.isNotName(market.code())) {
            return RejectReason.INVALID_PARAMETER;
        }
        if (exists(market.marketId()) || hasCode(market.code())) {
            return RejectReason.ALREADY_DEFINED;
        }
        return market.marketId() > CAPACITY ? RejectReason.CAPACITY_REACHED : RejectReason.NONE;
    }

    /** Adds a checked market, closed, on its first business date. */
    public void define(MarketSpec market) {
        specs[market.marketId()] = market;
        phases[market.marketId()] = MarketPhase.CLOSED;
        businessDays[market.marketId()] = market.firstBusinessDay();
    }

    /** Whether there is a market with this id; any {@code int} may be asked. */
    public boolean exists(int marketId) {
        return marketId >= 1 && marketId <= CAPACITY && specs[marketId] != null;
    }

    /** The market's definition, or null. */
    public MarketSpec spec(int marketId) {
        return specs[marketId];
    }

    /** The market's phase. */
    public MarketPhase phase(int marketId) {
        return phases[marketId];
    }

    /** The market's business date, days since 1970-01-01. */
    public int businessDay(int marketId) {
        return businessDays[marketId];
    }

    /** Moves the market to a phase on a business date. */
    public void setPhase(int marketId, int businessDay, MarketPhase phase) {
        phases[marketId] = phase;
        businessDays[marketId] = businessDay;
    }

    private boolean hasCode(String code) {
        for (MarketSpec spec : specs) {
            if (spec != null && spec.code().equals(code)) {
                return true;
            }
        }
        return false;
    }

    /** Writes all rows. */
    public void writeTo(SnapshotWriter writer) {
        writer.section("markets");
        for (int id = 1; id <= CAPACITY; id++) {
            writer.writeInt(specs[id] == null ? 0 : id);
            if (specs[id] != null) {
                writer.writeText(specs[id].code());
                writer.writeInt(specs[id].firstBusinessDay());
                writer.writeInt(phases[id].ordinal());
                writer.writeInt(businessDays[id]);
            }
        }
    }

    /** Reads all rows into this empty table. */
    public void readFrom(SnapshotReader reader) {
        reader.section("markets");
        for (int id = 1; id <= CAPACITY; id++) {
            if (reader.readInt() != 0) {
                specs[id] = new MarketSpec(id, reader.readText(), reader.readInt());
                phases[id] = MarketPhase.of(reader.readInt());
                businessDays[id] = reader.readInt();
            }
        }
    }
}
