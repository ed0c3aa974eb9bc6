package org.calx.acceptance.simulator.load;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.calx.acceptance.simulator.world.Chance;
import org.calx.core.authority.ParameterDigest;
import org.calx.margin.ScenarioArray;
import org.calx.model.AccountRating;
import org.calx.model.CalendarSpread;
import org.calx.model.CommoditySpread;
import org.calx.model.CommoditySpreads;
import org.calx.model.Currency;
import org.calx.model.DeliveryCharge;
import org.calx.model.Digest;
import org.calx.model.InstrumentArray;
import org.calx.model.InstrumentSpec;
import org.calx.model.MarginCharges;
import org.calx.model.Months;
import org.calx.model.ParameterSet;
import org.calx.model.Rating;
import org.calx.model.SpreadSide;
import org.calx.model.Tier;

/** Sets of margin parameters: staged in parts, ordered, withdrawn, and now and then with something wrong. */
final class ParameterLoad {
    private static final Digest WRONG = new Digest(1, 2, 3, 4);
    private static final int NO_ACCOUNT = 77;
    private static final long USD = Currency.MICROS;

    private final Calendar calendar;
    private final Chance chance;
    private final Deque<Request> steps = new ArrayDeque<>();
    private long lastVersion;

    ParameterLoad(Calendar calendar, Chance chance) {
        this.calendar = calendar;
        this.chance = chance;
    }

    /** The next step of the set that is under way, or the first of another. */
    Request next(int today) {
        if (steps.isEmpty()) {
            plan(today);
        }
        return steps.poll();
    }

    private void plan(int today) {
        lastVersion += chance.perMille(950) ? 1 : 0;
        ParameterSet set = set(Math.max(1, lastVersion), today);
        set.parts().forEach(part -> steps.add(new Request.StageParameters(part)));
        Request right = new Request.ActivateParameters(set.version(), ParameterDigest.of(set));
        int dice = chance.below(10);
        if (dice == 0) {
            steps.add(new Request.ActivateParameters(set.version(), WRONG));
        }
        if (dice != 1) {
            steps.add(right);
        }
        if (dice == 1 || dice == 2) {
            steps.add(new Request.CancelParameters(set.version()));
        }
    }

    private ParameterSet set(long version, int today) {
        List<InstrumentArray> arrays = new ArrayList<>();
        boolean gap = chance.perMille(50);
        for (InstrumentSpec spec : calendar.live()) {
            if (!gap || chance.perMille(500)) {
                arrays.add(array(spec.instrumentId()));
            }
        }
        int productId = chance.between(1, Calendar.PRODUCTS);
        return new ParameterSet(
                version,
                Calendar.MARKET,
                today + chance.of(0, 0, 0, 1, 1, 2) - (chance.perMille(30) ? 1 : 0),
                chance.perMille(800) ? arrays : List.of(),
                chance.perMille(600) ? List.of(charges(productId, Months.ofDay(today))) : List.of(),
                chance.perMille(600) ? Optional.of(spreads()) : Optional.empty(),
                List.of(rating(chance.between(1, Calendar.ACCOUNTS / 2)), rating(otherAccount())));
    }

    private int otherAccount() {
        return chance.perMille(30) ? NO_ACCOUNT : chance.between(Calendar.ACCOUNTS / 2 + 1, Calendar.ACCOUNTS);
    }

    private AccountRating rating(int accountId) {
        return new AccountRating(accountId, chance.of(Rating.A, Rating.B, Rating.C, Rating.D));
    }

    private InstrumentArray array(int instrumentId) {
        long scan = chance.between(150, 400) * USD * (chance.perMille(20) ? -1 : 1);
        return new InstrumentArray(
                instrumentId,
                Arrays.stream(ScenarioArray.ofFuture(scan)).boxed().toList());
    }

    /** A spread of the first product against the second, or none; now and then against one that is not there. */
    private CommoditySpreads spreads() {
        if (chance.perMille(400)) {
            return CommoditySpreads.NONE;
        }
        int other = chance.perMille(30) ? Calendar.PRODUCTS + 1 : 2;
        return new CommoditySpreads(
                List.of(new CommoditySpread(1, List.of(creditLeg(1, SpreadSide.A), creditLeg(other, SpreadSide.B)))));
    }

    private CommoditySpread.Leg creditLeg(int productId, SpreadSide side) {
        return new CommoditySpread.Leg(productId, side, chance.between(1, 3), chance.between(2_000, 9_000));
    }

    /** A calendar spread between this month and those after it, and a charge for a month in delivery; or nothing by tiers. */
    private MarginCharges charges(int productId, int month) {
        if (chance.perMille(200)) {
            return MarginCharges.none(productId);
        }
        long rate = chance.between(20, 80) * USD * (chance.perMille(20) ? -1 : 1);
        CalendarSpread spread = new CalendarSpread(
                1,
                List.of(
                        new CalendarSpread.Leg(1, SpreadSide.A, chance.between(1, 2)),
                        new CalendarSpread.Leg(2, SpreadSide.B, 1)),
                rate);
        DeliveryCharge delivery = new DeliveryCharge(month, chance.between(0, 20) * USD, chance.between(0, 20) * USD);
        return new MarginCharges(
                productId,
                0,
                List.of(new Tier(1, month, month), new Tier(2, month + 1, month + 6)),
                List.of(spread),
                List.of(delivery));
    }
}
