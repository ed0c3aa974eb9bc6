package org.calx.core.engine;

import org.calx.core.snapshot.SnapshotReader;
import org.calx.core.snapshot.SnapshotWriter;
import org.calx.model.ApiKey;
import org.calx.model.Currency;
import org.calx.model.Fixing;
import org.calx.model.InstrumentSpec;
import org.calx.model.MarketPhase;
import org.calx.model.MarketSpec;
import org.calx.model.ProductParameters;
import org.calx.model.ProductSpec;
import org.calx.model.SenderRole;
import org.calx.model.VenueLimits;

/** The one door into the exchange. */
public final class Exchange {
    public Exchange(ExchangeEvents events) {}

    public void openVenue(CommandHeader header, VenueLimits limits) {}

    public void registerSender(CommandHeader header, int newSenderId, SenderRole role, int accountId) {}

    public void defineMarket(CommandHeader header, MarketSpec market) {}

    public void defineProduct(CommandHeader header, ProductSpec product) {}

    public void setProductParameters(CommandHeader header, ProductParameters parameters) {}

    public void listInstrument(CommandHeader header, InstrumentSpec instrument) {}

    public void openAccount(CommandHeader header, int accountId, String name) {}

    public void registerApiKey(CommandHeader header, ApiKey key) {}

    public void deposit(CommandHeader header, int accountId, Currency currency, long amountMicros) {}

    public void withdraw(CommandHeader header, int accountId, Currency currency, long amountMicros) {}

    public void setVenueClock(
            CommandHeader header, long venueBaseNs, long logBaseNs, long rateNumerator, long rateDenominator) {}

    public void setMark(CommandHeader header, int instrumentId, long markMicros) {}

    public void setRiskArray(CommandHeader header, int instrumentId, long version, long[] lossMicrosPerLot) {}

    public void publishFixing(CommandHeader header, Fixing fixing) {}

    /** Moves a market to a phase on a business date; a later date than the market's begins a new day. */
    public void setMarketPhase(CommandHeader header, int marketId, int businessDay, MarketPhase phase) {}

    /** Settles one instrument for a business date: settlement price, variation of every position, day orders cancelled. */
    public void settleInstrument(CommandHeader header, int instrumentId, int businessDay) {}

    /** Settles one instrument finally at the average of its month's fixings and closes it. */
    public void expireInstrument(CommandHeader header, int instrumentId, int businessDay) {}

    public void submitOrder(CommandHeader header, OrderEntry order) {}

    /** Changes price and whole quantity (fills included); keeps priority when only the quantity goes down. */
    public void amendOrder(CommandHeader header, int accountId, long orderId, long priceTicks, long quantityLots) {}

    public void cancelOrder(CommandHeader header, int accountId, long orderId) {}

    /** Cancels an account's working orders in one instrument, or in all for instrument 0, oldest first. */
    public void massCancel(CommandHeader header, int accountId, int instrumentId) {}

    /** Asks what became of another command of the same sender. */
    public void queryOutcome(CommandHeader header, int epoch, long sequence) {}

    /** Asks for a state image in the event stream. */
    public void requestImage(CommandHeader header) {}

    public void writeTo(SnapshotWriter writer) {}

    public void readFrom(SnapshotReader reader) {}

    /** Digest of the whole state: equal on every replica after the same command. */
    public long stateDigest() {
        return 0;
    }
}
