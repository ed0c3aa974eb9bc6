package org.calx.core.clearing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.calx.core.reference.Accounts;
import org.calx.core.reference.Instruments;
import org.calx.core.reference.PolicyArrays;
import org.calx.core.reference.Products;
import org.calx.margin.MonthExposure;
import org.calx.margin.OpenOrder;
import org.calx.margin.OptionValue;
import org.calx.margin.OrderPair;
import org.calx.margin.PortfolioMargin;
import org.calx.margin.ProductCharges;
import org.calx.margin.ProductExposure;
import org.calx.margin.ProductMargin;
import org.calx.margin.ScanningRisk;
import org.calx.margin.ScenarioArray;
import org.calx.model.Currency;
import org.calx.model.PolicyKind;
import org.calx.model.Rating;
import org.calx.model.Side;

/**
 * Counts from scratch what clearing keeps incrementally, and compares: balances, positions, open values, unrealised
 * variation, open order lots, margin vectors and requirements. Of accounts that are behind, what depends on prices and parameters
 * is left out: it is to be counted. Between commands only; allocates.
 */
final class ClearingAudit {
    private final int maxAccounts;
    private final Clearing clearing;
    private final Products products;
    private final Instruments instruments;
    private final Accounts accounts;
    private final Positions positions;
    private final MarginAccounts margins;
    private final Ledger ledger;
    private final OrderTerms terms;
    private final WorkingOrders workingOrders;

    ClearingAudit(int maxAccounts, Clearing clearing, Tables tables, Ledger ledger) {
        this.maxAccounts = maxAccounts;
        this.clearing = clearing;
        this.ledger = ledger;
        products = tables.products();
        instruments = tables.instruments();
        accounts = tables.accounts();
        positions = tables.positions();
        margins = tables.margins();
        terms = tables.terms();
        workingOrders = tables.workingOrders();
    }

    void check() {
        for (int code = 0; code < Currency.count(); code++) {
            checkLedger(Currency.of(code));
        }
        for (int id = 1; id <= instruments.highestId(); id++) {
            checkPositions(id);
        }
        checkMargins();
    }

    private void checkLedger(Currency currency) {
        check(0, ledger.sumMicros(currency), "sum of balances", currency.ordinal());
        check(0, ledger.balanceMicros(HouseAccount.CLEARING, currency), "clearing account", currency.ordinal());
        long[] unrealised = new long[maxAccounts + 1];
        for (int id = 1; id <= instruments.highestId(); id++) {
            for (int row = positions.first(id); row != Positions.NONE; row = positions.next(row)) {
                if (clearing.currency(id) == currency && !instruments.isOption(id)) {
                    long price = instruments.prices().valuationMicros(id);
                    long worth = terms.valueMicros(id, positions.lots(row), price);
                    unrealised[positions.accountId(row)] += worth - positions.openValueMicros(row);
                }
            }
        }
        for (int id = 1; id <= maxAccounts; id++) {
            if (clearing.backlog().isBehind(id)) {
                continue;
            }
            long equity = ledger.balanceMicros(id, currency) + unrealised[id];
            check(equity, clearing.equityMicros(id, currency), "equity of account", id);
        }
    }

    private void checkPositions(int instrumentId) {
        long lots = 0;
        long openValue = 0;
        for (int row = positions.first(instrumentId); row != Positions.NONE; row = positions.next(row)) {
            lots += positions.lots(row);
            openValue += positions.openValueMicros(row);
        }
        check(0, lots, "sum of positions in instrument", instrumentId);
        check(0, openValue, "sum of open values in instrument", instrumentId);
    }

    /** Every account's margin in every product, spreads between products included. */
    private void checkMargins() {
        TreeMap<Integer, TreeMap<Integer, List<MonthExposure>>> accounts = new TreeMap<>();
        for (int id = 1; id <= instruments.highestId(); id++) {
            if (instruments.exists(id)) {
                collect(id, accounts);
            }
        }
        for (int accountId = 1; accountId <= maxAccounts; accountId++) {
            TreeMap<Integer, List<MonthExposure>> held = accounts.getOrDefault(accountId, new TreeMap<>());
            List<ProductExposure> exposures = new ArrayList<>();
            for (int row = margins.rows().first(accountId);
                    row != MarginAccounts.NONE;
                    row = margins.rows().next(row)) {
                int productId = margins.rows().productId(row);
                ProductCharges charges = products.charges(productId);
                exposures.add(new ProductExposure(productId, charges, held.getOrDefault(productId, List.of())));
            }
            if (!clearing.backlog().isBehind(accountId)) {
                checkMargin(accountId, exposures);
            }
        }
    }

    private void collect(int instrumentId, TreeMap<Integer, TreeMap<Integer, List<MonthExposure>>> accounts) {
        TreeMap<Integer, List<OpenOrder>> orders = new TreeMap<>();
        workingOrders.forEach(instrumentId, (accountId, side, priceTicks, lots) -> orders.computeIfAbsent(
                        accountId, unused -> new ArrayList<>())
                .add(new OpenOrder(side, lots, terms.lossAtOnceMicros(instrumentId, side.sign(), priceTicks))));
        for (int row = positions.first(instrumentId); row != Positions.NONE; row = positions.next(row)) {
            int accountId = positions.accountId(row);
            List<OpenOrder> own = orders.getOrDefault(accountId, List.of());
            orders.remove(accountId);
            check(openLots(own, Side.BUY), positions.openBuyLots(row), "open buys of account", accountId);
            check(openLots(own, Side.SELL), positions.openSellLots(row), "open sells of account", accountId);
            accounts.computeIfAbsent(accountId, unused -> new TreeMap<>())
                    .computeIfAbsent(instruments.productId(instrumentId), unused -> new ArrayList<>())
                    .add(new MonthExposure(
                            instruments.month(instrumentId),
                            positions.lots(row),
                            losses(accountId, instrumentId),
                            own,
                            optionValue(instrumentId),
                            instruments.isExcluded(instrumentId),
                            pairs(accountId, instrumentId)));
        }
        check(0, orders.size(), "accounts with unreserved orders in instrument", instrumentId);
    }

    private List<OrderPair> pairs(int ofAccountId, int instrumentId) {
        List<OrderPair> pairs = new ArrayList<>();
        workingOrders.forEachPair(instrumentId, (accountId, buyTicks, buyLots, sellTicks, sellLots) -> {
            if (accountId == ofAccountId) {
                long buyAtOnce = terms.lossAtOnceMicros(instrumentId, 1, buyTicks);
                long sellAtOnce = terms.lossAtOnceMicros(instrumentId, -1, sellTicks);
                pairs.add(new OrderPair(
                        new OpenOrder(Side.BUY, buyLots, buyAtOnce), new OpenOrder(Side.SELL, sellLots, sellAtOnce)));
            }
        });
        return pairs;
    }

    private OptionValue optionValue(int instrumentId) {
        if (!instruments.isOption(instrumentId)) {
            return null;
        }
        long price = instruments.prices().valuationMicros(instrumentId);
        return new OptionValue(
                instruments.spec(instrumentId).option().type(), terms.valueMicros(instrumentId, 1, price));
    }

    private long[] losses(int accountId, int instrumentId) {
        Rating rating = accounts.risk(accountId).rating();
        PolicyArrays others = instruments.riskArrays().others();
        switch (products.policy(instruments.productId(instrumentId)).kind()) {
            case PERCENT -> {
                return new long[] {others.percentMicros(instrumentId, rating)};
            }
            case GRID -> {
                int from = others.offset(instrumentId, rating);
                return Arrays.copyOfRange(others.losses(instrumentId), from, from + others.scenarios(instrumentId));
            }
            default -> {}
        }
        int offset = terms.arrayOffset(accountId, instrumentId);
        return Arrays.copyOfRange(terms.losses(), offset, offset + ScenarioArray.SCENARIOS);
    }

    private void checkMargin(int accountId, List<ProductExposure> exposures) {
        List<ProductMargin> required =
                PortfolioMargin.of(exposures, products.spreads().credits());
        long[] sums = new long[Currency.count()];
        for (int i = 0; i < exposures.size(); i++) {
            ProductExposure exposure = exposures.get(i);
            int row = margins.rows().find(accountId, exposure.productId());
            boolean scanned = exposure.charges().policy().kind() == PolicyKind.SPAN;
            for (int scenario = scanned ? 0 : ScanningRisk.AT_ONCE; scenario < ScanningRisk.ROWS; scenario++) {
                long kept = margins.lossMicros(row, scenario);
                check(
                        PortfolioMargin.lossMicros(exposure.months(), scenario),
                        kept,
                        "scenario losses of account",
                        accountId);
            }
            Currency currency = products.spec(exposure.productId()).currency();
            sums[currency.ordinal()] +=
                    exposure.months().isEmpty() ? 0 : required.get(i).requirementMicros();
        }
        for (int code = 0; code < sums.length; code++) {
            long kept = clearing.requirementMicros(accountId, Currency.of(code));
            check(sums[code], kept, "requirement of account", accountId);
        }
    }

    private static long openLots(List<OpenOrder> orders, Side side) {
        long lots = 0;
        for (OpenOrder order : orders) {
            lots += order.side() == side ? order.lots() : 0;
        }
        return lots;
    }

    private static void check(long expected, long actual, String what, int id) {
        if (expected != actual) {
            throw new IllegalStateException(what + " " + id + " is " + actual + ", from scratch " + expected);
        }
    }
}
