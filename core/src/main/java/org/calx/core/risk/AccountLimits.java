package org.calx.core.risk;

import org.calx.core.clearing.Clearing;
import org.calx.core.reference.Accounts;
import org.calx.core.reference.Instruments;
import org.calx.core.reference.Markets;
import org.calx.core.reference.Products;
import org.calx.model.AccountRisk;
import org.calx.model.Currency;
import org.calx.model.ProductSpec;
import org.calx.model.RejectReason;
import org.calx.model.RiskRules;
import org.calx.model.Side;

/**
 * What an account may not do although its margin would cover it. Each limit is a pair, what the account would come to and what
 * it may, in lots or micros. Every one gets harder with more lots.
 */
final class AccountLimits {
    private final Markets markets;
    private final Products products;
    private final Instruments instruments;
    private final Accounts accounts;
    private final Clearing clearing;

    AccountLimits(Markets markets, Products products, Instruments instruments, Accounts accounts, Clearing clearing) {
        this.markets = markets;
        this.products = products;
        this.instruments = instruments;
        this.accounts = accounts;
        this.clearing = clearing;
    }

    /** The largest long or short position in the instrument that the account's orders may reach. */
    long positionLots(int accountId, int instrumentId) {
        int productId = instruments.productId(instrumentId);
        long lots = products.parameters(productId).positionLimitLots();
        RiskRules rules = products.riskRules(productId);
        if (accounts.risk(accountId).small()) {
            lots = Math.min(lots, rules.smallAccountLimitLots());
        }
        if (rules.spotMonthDays() > 0 && isSpotMonth(instrumentId, rules.spotMonthDays())) {
            lots = Math.min(lots, rules.spotMonthLimitLots());
        }
        return lots;
    }

    private boolean isSpotMonth(int instrumentId, int days) {
        ProductSpec product = products.spec(instruments.productId(instrumentId));
        int lastDay = instruments.spec(instrumentId).lastTradingDay();
        return lastDay - markets.businessDay(product.marketId()) < days;
    }

    /**
     * The first limit that is passed, in the order of {@link RejectReason}.
     *
     * @param opens whether the order raises the requirement and could leave a larger position on its side
     */
    RejectReason check(int accountId, int instrumentId, Side side, long lots, boolean opens) {
        AccountRisk risk = accounts.risk(accountId);
        if (risk.maxOrderLots() != 0 && lots > risk.maxOrderLots()) {
            return RejectReason.ACCOUNT_ORDER_LIMIT;
        }
        if (opens && floatingLossMicros(accountId, instrumentId) > frozenLossMicros(accountId, instrumentId)) {
            return RejectReason.FLOATING_LOSS;
        }
        if (opens
                && risk.drawdownBps() != 0
                && equity(accountId, instrumentId) < floorMicros(accountId, instrumentId)) {
            return RejectReason.DRAWDOWN;
        }
        boolean tooMuch = risk.leverage() != 0
                && heldMicros(accountId, instrumentId, side, lots) > leveragedMicros(accountId, instrumentId);
        return tooMuch ? RejectReason.LEVERAGE_LIMIT : RejectReason.NONE;
    }

    /** What the account would come to, in the unit of the limit. */
    long required(RejectReason limit, int accountId, int instrumentId, Side side, long lots) {
        return switch (limit) {
            case ACCOUNT_ORDER_LIMIT -> lots;
            case FLOATING_LOSS -> floatingLossMicros(accountId, instrumentId);
            case DRAWDOWN -> floorMicros(accountId, instrumentId);
            case LEVERAGE_LIMIT -> heldMicros(accountId, instrumentId, side, lots);
            default -> throw new IllegalArgumentException("no limit of an account: " + limit);
        };
    }

    /** What it may come to; for the drawdown what it has. */
    long available(RejectReason limit, int accountId, int instrumentId) {
        return switch (limit) {
            case ACCOUNT_ORDER_LIMIT -> accounts.risk(accountId).maxOrderLots();
            case FLOATING_LOSS -> frozenLossMicros(accountId, instrumentId);
            case DRAWDOWN -> equity(accountId, instrumentId);
            case LEVERAGE_LIMIT -> leveragedMicros(accountId, instrumentId);
            default -> throw new IllegalArgumentException("no limit of an account: " + limit);
        };
    }

    private long floatingLossMicros(int accountId, int instrumentId) {
        return Math.max(0, -clearing.floatingMicros(accountId, currency(instrumentId)));
    }

    /** The floating loss at which opening is frozen; without a limit the largest number. */
    private long frozenLossMicros(int accountId, int instrumentId) {
        int bps = products.riskRules(instruments.productId(instrumentId)).frozenLossBps();
        return bps == 0 ? Long.MAX_VALUE : share(Math.max(0, equity(accountId, instrumentId)), bps);
    }

    /** The equity below which opening is frozen. */
    private long floorMicros(int accountId, int instrumentId) {
        long highest = clearing.highestEquityMicros(accountId, currency(instrumentId));
        return highest - share(highest, accounts.risk(accountId).drawdownBps());
    }

    private long heldMicros(int accountId, int instrumentId, Side side, long lots) {
        return clearing.reachValueWithMicros(accountId, instrumentId, side, lots);
    }

    private long leveragedMicros(int accountId, int instrumentId) {
        long equity = Math.max(0, equity(accountId, instrumentId));
        long leverage = accounts.risk(accountId).leverage();
        return equity > Long.MAX_VALUE / Math.max(1, leverage) ? Long.MAX_VALUE : equity * leverage;
    }

    private long equity(int accountId, int instrumentId) {
        return clearing.equityMicros(accountId, currency(instrumentId));
    }

    private Currency currency(int instrumentId) {
        return products.spec(instruments.productId(instrumentId)).currency();
    }

    /** A share of an amount that is not negative, rounded down by less than a ten-thousandth of a unit of the currency. */
    private static long share(long micros, int bps) {
        return micros / RiskRules.UNIT_BPS * bps;
    }
}
