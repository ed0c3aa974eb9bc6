package org.calx.gateway.margin;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.calx.gateway.view.AccountView;
import org.calx.gateway.view.InstrumentView;
import org.calx.gateway.view.Listings;
import org.calx.gateway.view.OrderView;
import org.calx.gateway.view.ProductView;
import org.calx.margin.MonthExposure;
import org.calx.margin.OpenOrder;
import org.calx.margin.OptionValue;
import org.calx.margin.OrderPair;
import org.calx.margin.PortfolioMargin;
import org.calx.margin.ProductExposure;
import org.calx.margin.ProductMargin;
import org.calx.margin.ScanningRisk;
import org.calx.margin.ScenarioArray;
import org.calx.model.Currency;
import org.calx.model.MarginPolicy;
import org.calx.model.Months;
import org.calx.model.PolicyKind;
import org.calx.model.RiskRules;
import org.calx.model.Side;

/** The margin of an account under a {@link Hypothesis}. */
public final class AccountMargin {
    private final AccountView account;
    private final Listings listings;
    private final Hypothesis hypothesis;
    private Map<ProductView, ProductMargin> margins;

    public AccountMargin(AccountView account, Listings listings, Hypothesis hypothesis) {
        this.account = account;
        this.listings = listings;
        this.hypothesis = hypothesis;
    }

    /** What must be held in a currency, and for options that are imagined to be held, what they would have cost. */
    public long requirementMicros(Currency currency) {
        long sum = premiumMicros(currency);
        for (Map.Entry<ProductView, ProductMargin> margin : margins().entrySet()) {
            if (margin.getKey().spec.currency() == currency) {
                sum = Math.addExact(sum, margin.getValue().requirementMicros());
            }
        }
        return sum;
    }

    private long premiumMicros(Currency currency) {
        long sum = 0;
        for (Map.Entry<InstrumentView, Long> imagined : hypothesis.positions().entrySet()) {
            InstrumentView instrument = imagined.getKey();
            if (instrument.spec.isOption() && instrument.product.spec.currency() == currency) {
                sum = Math.addExact(sum, Math.multiplyExact(imagined.getValue(), lotValueMicros(instrument)));
            }
        }
        return sum;
    }

    /** What must be held for a product, in its parts. */
    public ProductMargin of(ProductView product) {
        return margins().getOrDefault(product, ProductMargin.NONE);
    }

    /** Every product in which anything counts. Spreads between products look at all of them. */
    private Map<ProductView, ProductMargin> margins() {
        if (margins == null) {
            List<ProductView> views = new ArrayList<>();
            List<ProductExposure> exposures = new ArrayList<>();
            for (ProductView product : listings.products()) {
                List<MonthExposure> months = months(product);
                if (!months.isEmpty()) {
                    views.add(product);
                    exposures.add(new ProductExposure(product.spec.productId(), product.charges(), months));
                }
            }
            List<ProductMargin> computed = PortfolioMargin.of(exposures, listings.creditSpreads());
            margins = new LinkedHashMap<>();
            for (int i = 0; i < views.size(); i++) {
                margins.put(views.get(i), computed.get(i));
            }
        }
        return margins;
    }

    /** The loss of the product in each scenario and at once, what the orders could add included; by a percentage at once alone. */
    public long[] lossesMicros(ProductView product) {
        List<MonthExposure> months = months(product);
        MarginPolicy policy = product.policy();
        int scenarios = policy.kind() == PolicyKind.PERCENT ? 0 : policy.scenarios();
        long[] losses = new long[scenarios + 1];
        for (int scenario = 0; scenario < scenarios; scenario++) {
            losses[scenario] = PortfolioMargin.scenarioMicros(months, scenario);
        }
        losses[scenarios] = PortfolioMargin.atOnceMicros(months);
        return losses;
    }

    /** What the product's risk arrays are multiplied by for this account, in ten-thousandths. */
    public int multiplierBps(ProductView product) {
        return product.riskRules().multiplierBps(account.risk().rating());
    }

    /** Instruments of the product that count, by id. */
    public List<InstrumentView> instruments(ProductView product) {
        return listings.instruments().stream()
                .filter(instrument -> instrument.product == product && counts(instrument))
                .toList();
    }

    private List<MonthExposure> months(ProductView product) {
        List<MonthExposure> months = new ArrayList<>();
        for (InstrumentView instrument : instruments(product)) {
            boolean needsArray = product.policy().kind() != PolicyKind.PERCENT;
            if (needsArray && instrument.lossMicrosPerLot() == null || product.parameters() == null) {
                throw new UnknownRiskException(instrument);
            }
            months.add(new MonthExposure(
                    Months.ofDay(instrument.spec.firstFixingDay()),
                    lots(instrument),
                    losses(instrument),
                    orders(instrument),
                    optionValue(instrument),
                    product.policy().isExcluded(instrument.spec.instrumentId()),
                    pairs(instrument)));
        }
        return months;
    }

    /** The instrument's array as it counts for this account. */
    private long[] losses(InstrumentView instrument) {
        int bps = multiplierBps(instrument.product);
        MarginPolicy policy = instrument.product.policy();
        if (policy.kind() == PolicyKind.PERCENT) {
            return new long[] {percentMicros(instrument, policy, bps)};
        }
        if (!instrument.spec.isOption()) {
            bps = (int) Math.ceilDiv((long) bps * averagingBps(instrument, policy), RiskRules.UNIT_BPS);
        }
        long[] losses = new long[instrument.lossMicrosPerLot().length];
        ScenarioArray.scale(instrument.lossMicrosPerLot(), 0, losses, 0, bps, losses.length);
        if (instrument.spec.isOption()) {
            OptionValue.takeOff(losses, 0, lotValueMicros(instrument), losses.length);
        }
        return losses;
    }

    /** What is left of a future's arrays as its month is fixed. */
    private static int averagingBps(InstrumentView instrument, MarginPolicy policy) {
        int first = instrument.spec.firstFixingDay();
        int last = instrument.spec.lastFixingDay();
        int fixed = instrument.product.fixings.finals(first, last);
        return policy.adjustments().averagingBps(last - first + 1, fixed);
    }

    private static long percentMicros(InstrumentView instrument, MarginPolicy policy, int bps) {
        long price = instrument.isSettled() ? instrument.settlementMicros() : instrument.spec.referencePriceMicros();
        long lot = Math.multiplyExact(price, (long) instrument.spec.unitsPerLot());
        long margin = policy.percentMicros(instrument.spec.instrumentId(), lot);
        long multiplied = Math.ceilDiv(Math.multiplyExact(margin, (long) bps), RiskRules.UNIT_BPS);
        return Math.min(multiplied, ScenarioArray.MAX_LOSS_MICROS);
    }

    private static OptionValue optionValue(InstrumentView instrument) {
        boolean option = instrument.spec.isOption();
        return option ? new OptionValue(instrument.spec.option().type(), lotValueMicros(instrument)) : null;
    }

    private static long lotValueMicros(InstrumentView instrument) {
        return Math.multiplyExact(instrument.valuationMicros(), (long) instrument.spec.unitsPerLot());
    }

    private boolean counts(InstrumentView instrument) {
        return !instrument.isExpired()
                && (lots(instrument) != 0 || !orders(instrument).isEmpty());
    }

    private long lots(InstrumentView instrument) {
        long held = hypothesis.onTop() ? account.position(instrument).lots() : 0;
        return Math.addExact(held, hypothesis.positions().getOrDefault(instrument, 0L));
    }

    private List<OpenOrder> orders(InstrumentView instrument) {
        List<OpenOrder> orders = new ArrayList<>();
        if (hypothesis.onTop()) {
            for (OrderView order : account.openOrders()) {
                if (order.instrument == instrument) {
                    orders.add(openOrder(instrument, order.side, order.priceTicks(), order.remainingLots()));
                }
            }
        }
        for (HypotheticalOrder order : hypothesis.orders()) {
            if (order.instrument() == instrument) {
                orders.add(openOrder(instrument, order.side(), order.priceTicks(), order.lots()));
            }
        }
        return orders;
    }

    private List<OrderPair> pairs(InstrumentView instrument) {
        List<OrderPair> pairs = new ArrayList<>();
        if (hypothesis.onTop()) {
            for (OrderView buy : account.openOrders()) {
                if (buy.instrument == instrument && buy.side == Side.BUY && buy.linkedOrderId() != 0) {
                    account.openOrder(buy.linkedOrderId())
                            .ifPresent(sell -> pairs.add(new OrderPair(
                                    openOrder(instrument, Side.BUY, buy.priceTicks(), buy.remainingLots()),
                                    openOrder(instrument, Side.SELL, sell.priceTicks(), sell.remainingLots()))));
                }
            }
        }
        return pairs;
    }

    private static OpenOrder openOrder(InstrumentView instrument, Side side, long priceTicks, long lots) {
        if (instrument.product.parameters() == null) {
            throw new UnknownRiskException(instrument);
        }
        long lossAtOnce = ScanningRisk.lossAtOnceMicros(
                side.sign(),
                Math.multiplyExact(priceTicks, instrument.product.spec.tickMicros()),
                instrument.spec.isOption() ? 0 : instrument.valuationMicros(),
                instrument.spec.unitsPerLot(),
                instrument.product.parameters().highestFeeMicrosPerLot());
        return new OpenOrder(side, lots, lossAtOnce);
    }
}
