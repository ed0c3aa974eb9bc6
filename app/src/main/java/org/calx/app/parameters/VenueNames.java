package org.calx.app.parameters;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.calx.api.event.EventReader;
import org.calx.api.event.ExchangeEvent;
import org.calx.model.InstrumentSpec;
import org.calx.model.MarginPolicy;
import org.calx.model.ParameterPart;
import org.calx.model.ParameterStatus;
import org.calx.model.ProductSpec;

/** What a venue calls its products and contracts, how it margins them, its accounts, and which sets of parameters it has: from a state image and what follows it. */
final class VenueNames implements EventReader {
    private final Map<Integer, String> markets = new TreeMap<>();
    private final Map<Integer, Integer> businessDays = new TreeMap<>();
    private final Map<String, ProductSpec> products = new TreeMap<>();
    private final Map<Integer, MarginPolicy> policies = new TreeMap<>();
    private final Set<Integer> accounts = new TreeSet<>();
    private final Map<String, InstrumentSpec> live = new TreeMap<>();
    private final Map<Integer, String> symbols = new TreeMap<>();
    private final Map<Long, List<ParameterPart>> staged = new TreeMap<>();
    private final Map<Long, ExchangeEvent.ParametersChanged> approved = new TreeMap<>();
    private final Map<Integer, ExchangeEvent.ParametersChanged> inForce = new TreeMap<>();

    @Override
    public void onEvent(long sequence, long timestampNs, boolean lastOfCommand, ExchangeEvent event) {
        switch (event) {
            case ExchangeEvent.ImageBegin unused -> staged.clear();
            case ExchangeEvent.MarketDefined(var market) -> {
                markets.put(market.marketId(), market.code());
                businessDays.putIfAbsent(market.marketId(), market.firstBusinessDay());
            }
            case ExchangeEvent.MarketPhaseChanged e -> businessDays.put(e.marketId(), e.businessDay());
            case ExchangeEvent.ProductDefined(var product) -> products.put(product.code(), product);
            case ExchangeEvent.MarginPolicySet(var policy) -> policies.put(policy.productId(), policy);
            case ExchangeEvent.AccountOpened e -> accounts.add(e.accountId());
            case ExchangeEvent.InstrumentListed(var instrument) -> {
                live.put(instrument.symbol(), instrument);
                symbols.put(instrument.instrumentId(), instrument.symbol());
            }
            case ExchangeEvent.InstrumentExpired e -> live.remove(symbols.get(e.instrumentId()));
            case ExchangeEvent.ParametersStaged(var part) ->
                staged.computeIfAbsent(part.version(), version -> new ArrayList<>())
                        .add(part);
            case ExchangeEvent.ParametersChanged e -> changed(e);
            default -> {
                // Orders, positions and money are not needed here.
            }
        }
    }

    private void changed(ExchangeEvent.ParametersChanged e) {
        if (e.status() == ParameterStatus.APPROVED) {
            approved.put(e.version(), e);
            return;
        }
        staged.remove(e.version());
        approved.remove(e.version());
        if (e.status() == ParameterStatus.IN_FORCE) {
            inForce.put(e.marketId(), e);
        }
    }

    /** A market's code. */
    String market(int marketId) {
        return markets.get(marketId);
    }

    /** A market's business date, days since 1970-01-01. */
    int businessDay(int marketId) {
        return businessDays.get(marketId);
    }

    /** The product with this code, or null. */
    ProductSpec product(String code) {
        return products.get(code);
    }

    /** How a product's margin is computed. */
    MarginPolicy policy(int productId) {
        return policies.getOrDefault(productId, MarginPolicy.defaults(productId));
    }

    /** Whether there is such an account. */
    boolean hasAccount(int accountId) {
        return accounts.contains(accountId);
    }

    /** The contract with this symbol that has not expired, or null. */
    InstrumentSpec contract(String symbol) {
        return live.get(symbol);
    }

    /** A product's contracts that have not expired, by symbol. */
    List<InstrumentSpec> contracts(int productId) {
        return live.values().stream()
                .filter(instrument -> instrument.productId() == productId)
                .toList();
    }

    /** The staged parts of each version. */
    Map<Long, List<ParameterPart>> staged() {
        return staged;
    }

    /** Whether two operators have ordered a staged version. */
    boolean isApproved(long version) {
        return approved.containsKey(version);
    }

    /** The set that each market is at. */
    Map<Integer, ExchangeEvent.ParametersChanged> inForce() {
        return inForce;
    }
}
