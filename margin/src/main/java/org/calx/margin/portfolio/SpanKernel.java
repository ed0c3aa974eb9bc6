package org.calx.margin.portfolio;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.calx.margin.ScenarioArray;
import org.calx.margin.WideMath;
import org.calx.model.DeliveryCharge;

/** Computes a {@link SpanProduct}; {@link ProductSpreads} forms what it has in common with others. */
final class SpanKernel implements ProductKernel {
    private static final int PAIRED = 14;

    private final SpanProduct product;
    private final Scan scan;
    private final Options options;
    private final long largest;
    private final int[] placeOfContract;
    private final long[] compositeDeltas;
    private final MonthDeltas deltas;
    private final CalendarSpreads calendarSpreads;

    /** The part of the losses that is scanned here, not with another product: numerator and denominator. */
    private long ownShare;

    private long wholeShare;
    private long netDelta;
    private long priceRiskTwice;
    private long creditUnits;

    SpanKernel(SpanProduct product) {
        this.product = product;
        List<MarginContract> contracts = product.contracts();
        List<Integer> order = IntStream.range(0, contracts.size())
                .boxed()
                .sorted(Comparator.comparingInt(
                        contract -> contracts.get(contract).month()))
                .toList();
        placeOfContract = new int[contracts.size()];
        for (int place = 0; place < placeOfContract.length; place++) {
            placeOfContract[order.get(place)] = place;
        }
        List<MarginContract> byMonth = order.stream().map(contracts::get).toList();
        compositeDeltas =
                byMonth.stream().mapToLong(MarginContract::compositeDelta).toArray();
        scan = new Scan(ScenarioArray.SCENARIOS, byMonth);
        deltas =
                new MonthDeltas(byMonth.stream().mapToInt(MarginContract::month).toArray());
        calendarSpreads = new CalendarSpreads(product, deltas);
        long largestDelta =
                Arrays.stream(compositeDeltas).map(Math::absExact).max().orElse(0);
        options = new Options(byMonth);
        largest = Math.max(1, Math.max(largestDelta, Math.max(scan.largestLoss(), options.largestPrice())));
    }

    @Override
    public int place(int contract) {
        return placeOfContract[contract];
    }

    @Override
    public void begin(Lots lots, ProductRequirement result) {
        int sumBits = lots.sumBits(largest);
        scan.run(lots, sumBits);
        options.count(lots, sumBits);
        int active = scan.activeScenario();
        result.activeScenario = active + 1;
        priceRiskTwice = Math.max(0, scan.loss(active) + scan.loss(pairOf(active)) - scan.loss(0) - scan.loss(1));
        result.shortOptionMinimum =
                Math.multiplyExact(product.shortOptionMinimum(), options.shortLots(product.shortOptionMethod()));
        result.netOptionValue = options.netValue();
        deltas.set(lots.all(), compositeDeltas);
        netDelta = deltas.freshTotal();
    }

    @Override
    public void restart() {
        deltas.restart();
        ownShare = 1;
        wholeShare = 1;
        creditUnits = 0;
    }

    /** Scenarios 1 to 14 differ in pairs by the volatility; 15 and 16 stand alone. */
    private static int pairOf(int scenario) {
        return scenario < PAIRED ? scenario ^ 1 : scenario;
    }

    /** Scans what is scanned here and charges spreads between months and deliveries. */
    void charge(ProductRequirement result) {
        long worst = Math.max(0, scan.loss(result.activeScenario - 1));
        result.scanRisk = ownShare == wholeShare
                ? worst
                : worst - WideMath.multiplyDivideDown(worst, wholeShare - ownShare, wholeShare);
        calendarSpreads.form(deltas);
        result.calendarCharge = deltas.chargeUp();
        if (product.deliveryCharges().isEmpty()) {
            result.deliveryCharge = 0;
        } else {
            calendarSpreads.consume(deltas);
            result.deliveryCharge = deliveryCharge();
        }
    }

    private long deliveryCharge() {
        long charge = 0;
        for (int i = 0; i < product.deliveryCharges().size(); i++) {
            DeliveryCharge rates = product.deliveryCharges().get(i);
            for (int place = 0; place < deltas.size(); place++) {
                if (deltas.month(place) == rates.month()) {
                    long spread = Math.multiplyExact(deltas.consumed(place), rates.spreadRate());
                    long outright = Math.multiplyExact(Math.abs(deltas.units(place)), rates.outrightRate());
                    charge = Math.addExact(charge, Math.addExact(spread, outright));
                }
            }
        }
        return deltas.toMoneyUp(charge);
    }

    /** Delta over all months that is not yet consumed, signed, in units of {@link #deltas()}. */
    long net() {
        return deltas.total();
    }

    MonthDeltas deltas() {
        return deltas;
    }

    /** The loss of all positions in a scenario, from 0. */
    long loss(int scenario) {
        return scan.loss(scenario);
    }

    /** Net delta × 10,000 before anything was consumed. */
    long netDelta() {
        return netDelta;
    }

    /** Takes units of the net delta away for a scanning spread, and the same part of the losses. */
    void giveToScanningSpread(long units) {
        long signedUnits = netDelta > 0 ? units : -units;
        deltas.take(signedUnits);
        deltas.consume(0, deltas.size(), signedUnits);
        deltas.forgetConsumed();
        wholeShare = Math.multiplyExact(Math.abs(netDelta), deltas.denominator());
        ownShare = Math.abs(net());
    }

    /** Takes units of the net delta away for an inter-commodity spread that credits at this rate. */
    void giveToCredit(long units, long creditRate) {
        deltas.take(net() > 0 ? units : -units);
        creditUnits = Math.addExact(creditUnits, Math.multiplyExact(units, creditRate));
    }

    /** Makes the deltas' units finer. */
    void refine(long factor) {
        if (factor != 1) {
            deltas.refine(factor);
            creditUnits = Math.multiplyExact(creditUnits, factor);
        }
    }

    @Override
    public void finish(ProductRequirement result) {
        result.interCommodityCredit = credit();
        long charges = Math.addExact(result.scanRisk, Math.addExact(result.calendarCharge, result.deliveryCharge));
        long risk =
                switch (product.floorOrder()) {
                    case CME ->
                        Math.max(Math.subtractExact(charges, result.interCommodityCredit), result.shortOptionMinimum);
                    case KDPW ->
                        Math.subtractExact(Math.max(charges, result.shortOptionMinimum), result.interCommodityCredit);
                };
        result.requirement = Math.max(0, Math.subtractExact(risk, result.netOptionValue));
    }

    /** Weighted price risk × consumed delta × rate, rounded down once. */
    private long credit() {
        if (creditUnits == 0 || priceRiskTwice == 0 || netDelta == 0) {
            return 0;
        }
        long delta = Math.abs(netDelta);
        long scale = Math.multiplyExact(MarginKernel.SCALE, deltas.denominator());
        boolean capped = product.weightedPriceRisk() == WeightedPriceRisk.CAPPED
                && WideMath.isLess(product.priceScanRange(), 2 * delta, priceRiskTwice, MarginKernel.SCALE);
        if (capped) {
            return WideMath.multiplyDivideDown(
                    product.priceScanRange(), creditUnits, Math.multiplyExact(scale, MarginKernel.SCALE));
        }
        return WideMath.multiplyDivideDown(priceRiskTwice, creditUnits, Math.multiplyExact(2 * delta, scale));
    }
}
