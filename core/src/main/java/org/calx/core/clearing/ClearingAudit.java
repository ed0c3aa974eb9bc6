package org.calx.core.clearing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.calx.core.reference.Instruments;
import org.calx.core.reference.Products;
import org.calx.margin.MonthExposure;
import org.calx.margin.OpenOrder;
import org.calx.margin.PortfolioMargin;
import org.calx.margin.ProductCharges;
import org.calx.margin.ScanningRisk;
import org.calx.margin.ScenarioArray;
import org.calx.model.Currency;
import org.calx.model.Side;

/**
 * Counts from scratch what clearing keeps incrementally, and compares: balances, positions, open values, unrealised
 * variation, open order lots, margin vectors and requirements. Between commands only; allocates.
 */
final class ClearingAudit {
    private final int maxAccounts;
    private final Clearing clearing;
    private final Products products;
    private final Instruments instruments;
    private final Positions positions;
    private final MarginAccounts margins;
    private final Ledger ledger;
    private final OrderTerms terms;
    private final WorkingOrders workingOrders;

    ClearingAudit(
            int maxAccounts,
            Clearing clearing,
            Products products,
            Instruments instruments,
            Positions positions,
            MarginAccounts margins,
            Ledger ledger,
            OrderTerms terms,
            WorkingOrders workingOrders) {
        this.maxAccounts = maxAccounts;
        this.clearing = clearing;
        this.products = products;
        this.instruments = instruments;
        this.positions = positions;
        this.margins = margins;
        this.ledger = ledger;
        this.terms = terms;
        this.workingOrders = workingOrders;
    }

    void check() {
        for (int code = 0; code < Currency.count(); code++) {
            checkLedger(Currency.of(code));
        }
        for (int id = 1; id <= instruments.highestId(); id++) {
            checkPositions(id);
        }
        for (int id = 1; id <= Products.CAPACITY; id++) {
            if (products.exists(id)) {
                checkMargins(id);
            }
        }
    }

    private void checkLedger(Currency currency) {
        check(0, ledger.sumMicros(currency), "sum of balances", currency.ordinal());
        check(0, ledger.balanceMicros(HouseAccount.CLEARING, currency), "clearing account", currency.ordinal());
        long[] unrealised = new long[maxAccounts + 1];
        for (int id = 1; id <= instruments.highestId(); id++) {
            for (int row = positions.first(id); row != Positions.NONE; row = positions.next(row)) {
                if (clearing.currency(id) == currency) {
                    long price = instruments.prices().valuationMicros(id);
                    long worth = terms.valueMicros(id, positions.lots(row), price);
                    unrealised[positions.accountId(row)] += worth - positions.openValueMicros(row);
                }
            }
        }
        for (int id = 1; id <= maxAccounts; id++) {
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

    private void checkMargins(int productId) {
        TreeMap<Integer, List<MonthExposure>> exposures = new TreeMap<>();
        for (int id = 1; id <= instruments.highestId(); id++) {
            if (instruments.exists(id) && instruments.productId(id) == productId) {
                collect(id, exposures);
            }
        }
        for (int accountId = 1; accountId <= maxAccounts; accountId++) {
            int row = margins.find(accountId, productId);
            if (row != MarginAccounts.NONE) {
                checkMargin(row, accountId, exposures.getOrDefault(accountId, List.of()));
            }
        }
    }

    private void collect(int instrumentId, TreeMap<Integer, List<MonthExposure>> exposures) {
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
            exposures
                    .computeIfAbsent(accountId, unused -> new ArrayList<>())
                    .add(new MonthExposure(positions.lots(row), losses(accountId, instrumentId), own));
        }
        check(0, orders.size(), "accounts with unreserved orders in instrument", instrumentId);
    }

    private long[] losses(int accountId, int instrumentId) {
        int offset = terms.arrayOffset(accountId, instrumentId);
        return Arrays.copyOfRange(terms.losses(), offset, offset + ScenarioArray.SCENARIOS);
    }

    private void checkMargin(int row, int accountId, List<MonthExposure> months) {
        for (int scenario = 0; scenario < ScanningRisk.ROWS; scenario++) {
            long kept = margins.positionLossMicros(row, scenario) + margins.orderLossMicros(row, scenario);
            check(PortfolioMargin.lossMicros(months, scenario), kept, "scenario losses of account", accountId);
        }
        if (!months.isEmpty()) {
            ProductCharges charges = products.charges(margins.productId(row));
            long required = PortfolioMargin.of(months, charges).requirementMicros();
            check(required, margins.requirementMicros(row, charges), "requirement of account", accountId);
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
