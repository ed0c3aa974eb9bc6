package org.calx.app.demo;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.calx.api.event.EventReader;
import org.calx.api.event.ExchangeEvent;
import org.calx.model.InstrumentSpec;
import org.calx.model.MarketPhase;
import org.calx.model.ProductSpec;
import org.calx.model.ProtocolVersion;

/** What everyone may know about the venue, built from the event stream: what is listed, its marks, phases and dates. */
final class VenueView implements EventReader {

    private final Map<Integer, ExchangeEvent.MarketPhaseChanged> markets = new TreeMap<>();
    private final Map<Integer, ProductSpec> products = new TreeMap<>();
    private final Map<Integer, InstrumentSpec> instruments = new TreeMap<>();
    private final Map<Integer, InstrumentSpec> live = new TreeMap<>();
    private final Map<Integer, Long> marksMicros = new TreeMap<>();
    private final Map<Integer, Long> riskVersions = new TreeMap<>();
    private final Map<Integer, Integer> settledDays = new TreeMap<>();
    private final TreeSet<Integer> parametersSet = new TreeSet<>();
    private final TreeSet<Integer> accounts = new TreeSet<>();
    private final TreeSet<Integer> funded = new TreeSet<>();
    private final TreeSet<Integer> senders = new TreeSet<>();
    private final TreeSet<Integer> keyed = new TreeSet<>();
    private final TreeSet<String> apiKeys = new TreeSet<>();
    private int lastInstrumentId;
    private int protocolVersion = ProtocolVersion.FIRST.number();
    private long lastTimestampNs;
    private boolean imageBegun;
    private boolean imageSeen;

    @Override
    public void onEvent(long sequence, long timestampNs, boolean lastOfCommand, ExchangeEvent event) {
        lastTimestampNs = timestampNs;
        switch (event) {
            case ExchangeEvent.SenderRegistered registered -> senders.add(registered.senderId());
            case ExchangeEvent.OperatorKeySet set -> keyed.add(set.senderId());
            case ExchangeEvent.ProtocolVersionSet set -> protocolVersion = set.version();
            case ExchangeEvent.MarketDefined(var market) ->
                markets.putIfAbsent(
                        market.marketId(),
                        new ExchangeEvent.MarketPhaseChanged(
                                market.marketId(), market.firstBusinessDay(), MarketPhase.CLOSED));
            case ExchangeEvent.MarketPhaseChanged changed -> markets.put(changed.marketId(), changed);
            case ExchangeEvent.ProductDefined(var product) -> products.put(product.productId(), product);
            case ExchangeEvent.ProductParametersSet(var parameters) -> parametersSet.add(parameters.productId());
            case ExchangeEvent.InstrumentListed(var instrument) -> list(instrument);
            case ExchangeEvent.AccountOpened opened -> accounts.add(opened.accountId());
            case ExchangeEvent.ApiKeyRegistered(var key) -> apiKeys.add(key.keyId());
            case ExchangeEvent.MarkSet mark -> marksMicros.put(mark.instrumentId(), mark.markMicros());
            case ExchangeEvent.RiskArraySet array -> riskVersions.put(array.instrumentId(), array.version());
            case ExchangeEvent.SettlementPriceSet settled ->
                settledDays.put(settled.instrumentId(), settled.businessDay());
            case ExchangeEvent.InstrumentExpired ended -> live.remove(ended.instrumentId());
            case ExchangeEvent.Posted posted -> funded.add(posted.creditAccountId());
            case ExchangeEvent.ImageBalance balance
            when balance.balanceMicros() != 0 -> funded.add(balance.accountId());
            case ExchangeEvent.ImageBegin _ -> imageBegun = true;
            case ExchangeEvent.ImageEnd _ -> imageSeen |= imageBegun;
            default -> {
                // Orders and positions belong to their owners' views.
            }
        }
    }

    private void list(InstrumentSpec instrument) {
        instruments.put(instrument.instrumentId(), instrument);
        live.put(instrument.instrumentId(), instrument);
        lastInstrumentId = Math.max(lastInstrumentId, instrument.instrumentId());
    }

    /** Whether a whole state image has been read, after which the view is complete. */
    boolean isComplete() {
        return imageSeen;
    }

    /** The log's time of the last event, nanoseconds since 1970-01-01; 0 before the first. */
    long lastTimestampNs() {
        return lastTimestampNs;
    }

    /** The market's date and phase. */
    ExchangeEvent.MarketPhaseChanged market(int marketId) {
        return markets.get(marketId);
    }

    /** The version of its protocol that the venue is at. */
    int protocolVersion() {
        return protocolVersion;
    }

    boolean hasMarket(int marketId) {
        return markets.containsKey(marketId);
    }

    /** Whether orders may be entered in the instrument's market. */
    boolean isTrading(InstrumentSpec instrument) {
        ProductSpec product = products.get(instrument.productId());
        MarketPhase phase = markets.get(product.marketId()).phase();
        return phase == MarketPhase.OPEN || phase == MarketPhase.CLOSING;
    }

    ProductSpec product(int productId) {
        return products.get(productId);
    }

    boolean hasProduct(int productId) {
        return products.containsKey(productId);
    }

    boolean hasParameters(int productId) {
        return parametersSet.contains(productId);
    }

    /** Whether a key has been set for the sender. */
    boolean hasKey(int senderId) {
        return keyed.contains(senderId);
    }

    boolean hasAccount(int accountId) {
        return accounts.contains(accountId);
    }

    /** Whether the account has ever held cash. */
    boolean isFunded(int accountId) {
        return funded.contains(accountId);
    }

    boolean hasSender(int senderId) {
        return senders.contains(senderId);
    }

    boolean hasApiKey(String keyId) {
        return apiKeys.contains(keyId);
    }

    /** The highest instrument id so far, expired ones included. */
    int lastInstrumentId() {
        return lastInstrumentId;
    }

    /** Everything that was listed, by id, expired instruments included. */
    Collection<InstrumentSpec> instruments() {
        return Collections.unmodifiableCollection(instruments.values());
    }

    /** What has not expired, by id. */
    List<InstrumentSpec> liveInstruments() {
        return List.copyOf(live.values());
    }

    /** The months that have not expired: what the demo's market marks and its programs trade. Options are marked by publishers of risk. */
    List<InstrumentSpec> liveFutures() {
        return live.values().stream()
                .filter(instrument -> !instrument.isOption())
                .toList();
    }

    /** An instrument by its id, expired or not. */
    InstrumentSpec instrument(int instrumentId) {
        return instruments.get(instrumentId);
    }

    boolean isExpired(int instrumentId) {
        return !live.containsKey(instrumentId);
    }

    /** The last mark, 0 before the first. */
    long markMicros(int instrumentId) {
        return marksMicros.getOrDefault(instrumentId, 0L);
    }

    /** Version of the instrument's risk array, 0 before the first. */
    long riskVersion(int instrumentId) {
        return riskVersions.getOrDefault(instrumentId, 0L);
    }

    /** Whether the instrument has been settled for this business date. */
    boolean isSettled(int instrumentId, int businessDay) {
        return settledDays.getOrDefault(instrumentId, Integer.MIN_VALUE) >= businessDay;
    }
}
