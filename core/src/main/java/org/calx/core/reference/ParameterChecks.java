package org.calx.core.reference;

import java.util.List;
import org.calx.margin.portfolio.ChargeCheck;
import org.calx.model.AccountRating;
import org.calx.model.CommoditySpread;
import org.calx.model.CommoditySpreads;
import org.calx.model.InstrumentArray;
import org.calx.model.MarginCharges;
import org.calx.model.OptionType;
import org.calx.model.ParameterPart;
import org.calx.model.ParameterSet;
import org.calx.model.RejectReason;
import org.calx.model.Tier;

/** Whether a part of a set of margin parameters, and then the whole set, can hold: each is a decision without effect. */
public final class ParameterChecks {
    /** Scenarios 11 and 12 move the price up by its whole range, 13 and 14 down: places in an array. */
    private static final int UP = 10;

    private static final int DOWN = 12;

    private final Markets markets;
    private final Products products;
    private final Instruments instruments;
    private final Accounts accounts;

    /** Checks against these tables. */
    public ParameterChecks(Markets markets, Products products, Instruments instruments, Accounts accounts) {
        this.markets = markets;
        this.products = products;
        this.instruments = instruments;
        this.accounts = accounts;
    }

    /** Why the part cannot be staged, or {@link RejectReason#NONE}. */
    public RejectReason check(ParameterPart part) {
        if (part.version() < 1 || !part.isWellFormed()) {
            return RejectReason.INVALID_PARAMETER;
        }
        if (!markets.exists(part.marketId())) {
            return RejectReason.UNKNOWN_MARKET;
        }
        if (part.effectiveDay() < markets.businessDay(part.marketId())) {
            return RejectReason.WRONG_BUSINESS_DATE;
        }
        for (int i = 0; i < part.arrays().size(); i++) {
            RejectReason reason = check(part.arrays(), i, part.marketId());
            if (reason != RejectReason.NONE) {
                return reason;
            }
        }
        RejectReason reason =
                part.charges().map(charges -> check(charges, part.marketId())).orElse(RejectReason.NONE);
        if (reason == RejectReason.NONE) {
            reason = part.spreads().map(this::check).orElse(RejectReason.NONE);
        }
        return reason == RejectReason.NONE ? checkRatings(part.ratings()) : reason;
    }

    private RejectReason check(List<InstrumentArray> arrays, int place, int marketId) {
        InstrumentArray array = arrays.get(place);
        int id = array.instrumentId();
        if (!instruments.exists(id)) {
            return RejectReason.UNKNOWN_INSTRUMENT;
        }
        if (instruments.isExpired(id)) {
            return RejectReason.INSTRUMENT_EXPIRED;
        }
        for (InstrumentArray before : arrays.subList(0, place)) {
            if (before.instrumentId() == id) {
                return RejectReason.ALREADY_DEFINED;
            }
        }
        boolean possible =
                isOf(marketId, instruments.productId(id)) && areLosses(array) && hasSigns(id, array.losses());
        return possible ? RejectReason.NONE : RejectReason.INVALID_PARAMETER;
    }

    /** Whether the instrument is scanned in as many scenarios, and no loss is too large. */
    private boolean areLosses(InstrumentArray array) {
        int scenarios = instruments.riskArrays().others().scenarios(array.instrumentId());
        return RiskArrays.areLosses(array.losses(), scenarios);
    }

    /**
     * Whether a long lot gains when the price goes up and loses when it goes down, a put the other way round. What the scenarios
     * of a grid move is known to its publisher alone.
     */
    private boolean hasSigns(int instrumentId, long[] losses) {
        if (instruments.riskArrays().others().isGrid(instrumentId)) {
            return true;
        }
        boolean put = instruments.isOption(instrumentId)
                && instruments.spec(instrumentId).option().type() == OptionType.PUT;
        int gain = put ? DOWN : UP;
        int loss = put ? UP : DOWN;
        return losses[gain] <= 0 && losses[gain + 1] <= 0 && losses[loss] >= 0 && losses[loss + 1] >= 0;
    }

    private boolean isOf(int marketId, int productId) {
        return products.spec(productId).marketId() == marketId;
    }

    private RejectReason check(MarginCharges charges, int marketId) {
        int productId = charges.productId();
        if (!products.exists(productId)) {
            return RejectReason.UNKNOWN_PRODUCT;
        }
        boolean possible =
                isOf(marketId, productId) && ChargeCheck.firstFault(charges).isEmpty();
        return possible ? RejectReason.NONE : RejectReason.INVALID_PARAMETER;
    }

    private RejectReason check(CommoditySpreads spreads) {
        if (spreads.list().size() > CommoditySpreads.MAX_SPREADS) {
            return RejectReason.INVALID_PARAMETER;
        }
        for (CommoditySpread spread : spreads.list()) {
            for (CommoditySpread.Leg leg : spread.legs()) {
                if (!products.exists(leg.productId())) {
                    return RejectReason.UNKNOWN_PRODUCT;
                }
            }
        }
        return products.spreads().checkAlone(spreads);
    }

    private RejectReason checkRatings(List<AccountRating> ratings) {
        for (int i = 0; i < ratings.size(); i++) {
            int accountId = ratings.get(i).accountId();
            if (!accounts.exists(accountId)) {
                return RejectReason.UNKNOWN_ACCOUNT;
            }
            for (AccountRating before : ratings.subList(0, i)) {
                if (before.accountId() == accountId) {
                    return RejectReason.ALREADY_DEFINED;
                }
            }
        }
        return RejectReason.NONE;
    }

    /** Why the whole set cannot hold as it is, or {@link RejectReason#NONE}: it leaves no gap, and it fits. */
    public RejectReason check(ParameterSet set) {
        boolean[] given = new boolean[instruments.highestId() + 1];
        boolean[] ofProduct = new boolean[Products.CAPACITY + 1];
        for (InstrumentArray array : set.arrays()) {
            given[array.instrumentId()] = true;
            ofProduct[instruments.productId(array.instrumentId())] = true;
        }
        for (int id = 1; id < given.length; id++) {
            boolean live = instruments.exists(id) && !instruments.isExpired(id);
            if (live && (ofProduct[instruments.productId(id)] && !given[id] || isInGap(id, set))) {
                return RejectReason.PARAMETERS_GAP;
            }
        }
        return checkFit(set);
    }

    /**
     * Why the set cannot hold with what is in force beside it, or {@link RejectReason#NONE}. Contracts that were listed after it
     * was made have arrays of their own.
     */
    public RejectReason checkFit(ParameterSet set) {
        for (InstrumentArray array : set.arrays()) {
            // A product that nobody has used may have got another number of scenarios meanwhile.
            if (!instruments.isExpired(array.instrumentId()) && !areLosses(array)) {
                return RejectReason.INVALID_PARAMETER;
            }
        }
        CommoditySpreads spreads =
                set.spreads().orElse(products.spreads().credits().spreads());
        return products.spreads().check(set.charges(), spreads);
    }

    private boolean isInGap(int instrumentId, ParameterSet set) {
        int productId = instruments.productId(instrumentId);
        int month = instruments.month(instrumentId);
        return set.charges().stream()
                .anyMatch(charges -> charges.productId() == productId && isBetweenTiers(month, charges));
    }

    /** Whether tiers are before and after the month, and none has it. */
    private static boolean isBetweenTiers(int month, MarginCharges charges) {
        boolean before = false;
        boolean after = false;
        for (Tier tier : charges.tiers()) {
            if (tier.fromMonth() <= month && month <= tier.toMonth()) {
                return false;
            }
            before |= tier.toMonth() < month;
            after |= tier.fromMonth() > month;
        }
        return before && after;
    }
}
