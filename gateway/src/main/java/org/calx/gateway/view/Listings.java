package org.calx.gateway.view;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.calx.margin.CreditSpreads;
import org.calx.model.CommoditySpreads;
import org.calx.model.InstrumentSpec;
import org.calx.model.MarginPolicy;
import org.calx.model.MarketSpec;
import org.calx.model.ProductSpec;

/** Markets, products and instruments in the order of their ids. Look-ups may be made by any thread. */
public final class Listings {
    private final Map<Integer, MarketView> markets = new ConcurrentSkipListMap<>();
    private final Map<Integer, ProductView> products = new ConcurrentSkipListMap<>();
    private final Map<Integer, InstrumentView> instruments = new ConcurrentSkipListMap<>();
    private final Map<String, InstrumentView> bySymbol = new ConcurrentHashMap<>();

    private volatile CommoditySpreads spreads = CommoditySpreads.NONE;

    void define(MarketSpec spec) {
        markets.putIfAbsent(spec.marketId(), new MarketView(spec));
    }

    void define(ProductSpec spec) {
        MarketView market = market(spec.marketId());
        products.putIfAbsent(spec.productId(), new ProductView(spec, market));
    }

    void list(InstrumentSpec spec, long timestampNs) {
        if (!instruments.containsKey(spec.instrumentId())) {
            InstrumentView view = new InstrumentView(spec, product(spec.productId()), timestampNs);
            instruments.put(spec.instrumentId(), view);
            bySymbol.put(spec.symbol(), view);
        }
    }

    void setSpreads(CommoditySpreads newSpreads) {
        spreads = newSpreads;
    }

    /** Sets a product's policy; risk arrays of another kind are no more. */
    void setPolicy(MarginPolicy policy) {
        ProductView product = product(policy.productId());
        boolean other = !policy.isSameKind(product.policy());
        product.setMarginPolicy(policy);
        for (InstrumentView instrument : instruments.values()) {
            if (other && instrument.product == product) {
                instrument.forgetRiskArray();
            }
        }
    }

    /** The spreads between products, by the products' present charges. */
    public CreditSpreads creditSpreads() {
        return new CreditSpreads(spreads, id -> product(id).spreadCharges());
    }

    public Collection<MarketView> markets() {
        return markets.values();
    }

    public Collection<ProductView> products() {
        return products.values();
    }

    /** All instruments, expired ones too. */
    public Collection<InstrumentView> instruments() {
        return instruments.values();
    }

    /** The market, which must exist. */
    MarketView market(int marketId) {
        return known("market", marketId, markets);
    }

    /** The product, which must exist. */
    ProductView product(int productId) {
        return known("product", productId, products);
    }

    /** The instrument, which must exist. */
    InstrumentView instrument(int instrumentId) {
        return known("instrument", instrumentId, instruments);
    }

    private static <T> T known(String what, int id, Map<Integer, T> all) {
        T known = all.get(id);
        if (known == null) {
            throw new UnknownReference(what, id);
        }
        return known;
    }

    /** The instrument with this id. */
    public Optional<InstrumentView> byId(int instrumentId) {
        return Optional.ofNullable(instruments.get(instrumentId));
    }

    /** The instrument of this name. */
    public Optional<InstrumentView> bySymbol(String symbol) {
        return Optional.ofNullable(bySymbol.get(symbol));
    }

    /** The product with this code, in any case of letters. */
    public Optional<ProductView> productByCode(String code) {
        return products.values().stream()
                .filter(product -> product.spec.code().equalsIgnoreCase(code))
                .findFirst();
    }
}
