package org.calx.core.reference;

import org.calx.core.snapshot.SnapshotReader;
import org.calx.core.snapshot.SnapshotWriter;
import org.calx.model.InstrumentSpec;
import org.calx.model.MarginPolicy;
import org.calx.model.Months;
import org.calx.model.OptionTerms;
import org.calx.model.OptionType;
import org.calx.model.PolicyKind;
import org.calx.model.ProductClass;
import org.calx.model.ProductSpec;
import org.calx.model.RejectReason;

/** The instruments that were ever listed. Ids are 1 to the venue's {@code maxInstruments}. */
public final class Instruments {
    private final InstrumentSpec[] specs;
    private final int[] productIds;
    private final long[] tickMicros;
    private final int[] unitsPerLot;
    private final int[] buckets;
    private final long[] lowestTicks;
    private final long[] highestTicks;
    private final boolean[] expired;
    private final boolean[] options;
    private final boolean[] special;
    private final int[] finalFixings;
    private final InstrumentPrices prices;
    private final RiskArrays riskArrays;
    private final Products products;
    private int highestId;

    /** An empty table for ids 1 to {@code maxInstruments}. */
    public Instruments(int maxInstruments, Products products) {
        this.products = products;
        specs = new InstrumentSpec[maxInstruments + 1];
        productIds = new int[maxInstruments + 1];
        tickMicros = new long[maxInstruments + 1];
        unitsPerLot = new int[maxInstruments + 1];
        buckets = new int[maxInstruments + 1];
        lowestTicks = new long[maxInstruments + 1];
        highestTicks = new long[maxInstruments + 1];
        expired = new boolean[maxInstruments + 1];
        options = new boolean[maxInstruments + 1];
        special = new boolean[maxInstruments + 1];
        finalFixings = new int[maxInstruments + 1];
        prices = new InstrumentPrices(maxInstruments);
        riskArrays = new RiskArrays(maxInstruments);
    }

    /** Why the instrument cannot be listed, or {@link RejectReason#NONE}. */
    public RejectReason checkList(InstrumentSpec wanted) {
        boolean days = wanted.firstFixingDay() <= wanted.lastFixingDay()
                && (long) wanted.lastFixingDay() - wanted.firstFixingDay() < Fixings.DAYS_BEHIND;
        if (wanted.instrumentId() < 1
                || Names.isNotName(wanted.symbol())
                || !days
                || !NumericBounds.isWithin(wanted.unitsPerLot(), 1, NumericBounds.MAX_UNITS_PER_LOT)
                || !NumericBounds.isLotValue(wanted.referencePriceMicros(), wanted.unitsPerLot())) {
            return RejectReason.INVALID_PARAMETER;
        }
        if (exists(wanted.instrumentId()) || find(wanted.symbol()) != 0) {
            return RejectReason.ALREADY_DEFINED;
        }
        if (wanted.instrumentId() >= specs.length) {
            return RejectReason.CAPACITY_REACHED;
        }
        if (!products.exists(wanted.productId())) {
            return RejectReason.UNKNOWN_PRODUCT;
        }
        if (wanted.isOption() && products.policy(wanted.productId()).kind() == PolicyKind.PERCENT) {
            return RejectReason.INVALID_PARAMETER;
        }
        return wanted.isOption() ? checkOption(wanted, wanted.option()) : RejectReason.NONE;
    }

    /** An option has the month and the lot of its underlying, and trades no longer than it. */
    private RejectReason checkOption(InstrumentSpec wanted, OptionTerms terms) {
        if (!exists(terms.underlyingId())) {
            return RejectReason.UNKNOWN_INSTRUMENT;
        }
        InstrumentSpec underlying = specs[terms.underlyingId()];
        boolean matches = !underlying.isOption()
                && underlying.productId() == wanted.productId()
                && underlying.firstFixingDay() == wanted.firstFixingDay()
                && underlying.lastFixingDay() == wanted.lastFixingDay()
                && underlying.unitsPerLot() == wanted.unitsPerLot()
                && underlying.lastTradingDay() >= wanted.lastTradingDay();
        boolean strike = NumericBounds.isLotValue(terms.strikeMicros(), wanted.unitsPerLot())
                && (terms.strikeMicros() > 0
                        || products.spec(wanted.productId()).productClass() == ProductClass.POWER);
        if (terms.type() == null || !matches || !strike || wanted.referencePriceMicros() < 0) {
            return RejectReason.INVALID_PARAMETER;
        }
        return expired[terms.underlyingId()] ? RejectReason.INSTRUMENT_EXPIRED : RejectReason.NONE;
    }

    /** Adds a checked instrument, valued at its reference price until something newer is known. */
    public void list(InstrumentSpec checked) {
        int id = checked.instrumentId();
        ProductSpec product = products.spec(checked.productId());
        specs[id] = checked;
        productIds[id] = checked.productId();
        tickMicros[id] = product.tickMicros();
        unitsPerLot[id] = checked.unitsPerLot();
        buckets[id] = products.spreads().charges(checked.productId()).bucketOf(month(id));
        highestTicks[id] = NumericBounds.MAX_LOT_VALUE_MICROS / checked.unitsPerLot() / product.tickMicros();
        boolean belowZero = product.productClass() == ProductClass.POWER && !checked.isOption();
        lowestTicks[id] = belowZero ? -highestTicks[id] : 1;
        options[id] = checked.isOption();
        prices.begin(id, checked.referencePriceMicros(), options[id]);
        if (options[id]) {
            products.spreads().addOption(checked.productId());
        }
        applyPolicy(id);
        if (options[id]) {
            setOptionValue(id);
        }
        highestId = Math.max(highestId, id);
    }

    /** Whether there is an instrument with this id; any {@code int} may be asked. */
    public boolean exists(int instrumentId) {
        return instrumentId >= 1 && instrumentId < specs.length && specs[instrumentId] != null;
    }

    /** The instrument's definition, or null. */
    public InstrumentSpec spec(int instrumentId) {
        return specs[instrumentId];
    }

    /** The instrument with this symbol, or 0. Not for the order path. */
    public int find(String symbol) {
        for (int id = 1; id <= highestId; id++) {
            if (specs[id] != null && specs[id].symbol().equals(symbol)) {
                return id;
            }
        }
        return 0;
    }

    /** The instrument's product. */
    public int productId(int instrumentId) {
        return productIds[instrumentId];
    }

    /** Price step, micros per unit. */
    public long tickMicros(int instrumentId) {
        return tickMicros[instrumentId];
    }

    /** The lowest price that an order may have: power may cost less than nothing; an hour of computing may not. */
    public long lowestTicks(int instrumentId) {
        return lowestTicks[instrumentId];
    }

    /** The highest price that an order may have: a lot's value is bounded. */
    public long highestTicks(int instrumentId) {
        return highestTicks[instrumentId];
    }

    /** Units of the underlying in one lot. */
    public int unitsPerLot(int instrumentId) {
        return unitsPerLot[instrumentId];
    }

    /** The contract month, of {@link Months}. Not for the order path. */
    public int month(int instrumentId) {
        return Months.ofDay(specs[instrumentId].firstFixingDay());
    }

    /** The bucket of the product's charges that the instrument's month is in. */
    public int bucket(int instrumentId) {
        return buckets[instrumentId];
    }

    /** Puts a product's instruments into the buckets of its present charges. Margin must be re-evaluated: use {@code Clearing}. */
    public void sortIntoBuckets(int productId) {
        for (int id = 1; id <= highestId; id++) {
            if (specs[id] != null && productIds[id] == productId) {
                buckets[id] = products.spreads().charges(productId).bucketOf(month(id));
            }
        }
    }

    /** Whether the contracts of a policy are instruments of its product. */
    public boolean areOf(MarginPolicy policy) {
        for (MarginPolicy.Contract contract : policy.contracts()) {
            int id = contract.instrumentId();
            if (!exists(id) || productIds[id] != policy.productId()) {
                return false;
            }
        }
        return true;
    }

    /** Lets the policy of its product hold for an instrument. Margin must be re-evaluated: use {@code Clearing}. */
    public void applyPolicy(int instrumentId) {
        MarginPolicy policy = products.policy(productIds[instrumentId]);
        special[instrumentId] = options[instrumentId] || policy.kind() != PolicyKind.SPAN;
        if (riskArrays.others().setPolicy(instrumentId, policy)) {
            riskArrays.forget(instrumentId, products.riskRules(productIds[instrumentId]));
        }
        if (policy.kind() != PolicyKind.PERCENT && !options[instrumentId]) {
            InstrumentSpec spec = specs[instrumentId];
            int days = spec.lastFixingDay() - spec.firstFixingDay() + 1;
            riskArrays
                    .others()
                    .setRelief(instrumentId, policy.adjustments().averagingBps(days, finalFixings[instrumentId]));
            riskArrays.multiply(instrumentId, products.riskRules(productIds[instrumentId]));
        }
        if (policy.kind() == PolicyKind.PERCENT) {
            long lot = Math.multiplyExact(prices.settlementMicros(instrumentId), (long) unitsPerLot[instrumentId]);
            riskArrays.others().setPercent(instrumentId, policy.percentMicros(instrumentId, lot));
            riskArrays.multiply(instrumentId, products.riskRules(productIds[instrumentId]));
        }
    }

    /** Whether a percentage policy requires it beside the larger side. */
    public boolean isExcluded(int instrumentId) {
        return products.policy(productIds[instrumentId]).isExcluded(instrumentId);
    }

    /** Sets how many days of the instrument's month have a final fixing. Margin must be re-evaluated: use {@code Clearing}. */
    public void setFinalFixings(int instrumentId, int days) {
        finalFixings[instrumentId] = days;
        applyPolicy(instrumentId);
    }

    /** How many days of its month have a final fixing. */
    public int finalFixings(int instrumentId) {
        return finalFixings[instrumentId];
    }

    /** Whether its lots count for more than scanning in 16 scenarios: it is an option, or not scanned in them. */
    public boolean isSpecial(int instrumentId) {
        return special[instrumentId];
    }

    /** Whether it is an option. */
    public boolean isOption(int instrumentId) {
        return options[instrumentId];
    }

    /** The month future that an option is on, or the instrument itself. */
    public int underlyingId(int instrumentId) {
        return options[instrumentId] ? specs[instrumentId].option().underlyingId() : instrumentId;
    }

    /** Values an option at its valuation price in its arrays. Margin must be re-evaluated: use {@code Clearing}. */
    public void setOptionValue(int instrumentId) {
        long lot = Math.multiplyExact(prices.valuationMicros(instrumentId), (long) unitsPerLot[instrumentId]);
        riskArrays.setOptionValue(instrumentId, lot);
        riskArrays.multiply(instrumentId, products.riskRules(productIds[instrumentId]));
    }

    /** Whether the instrument was finally settled. */
    public boolean isExpired(int instrumentId) {
        return expired[instrumentId];
    }

    /** Closes the instrument for good. */
    public void expire(int instrumentId) {
        expired[instrumentId] = true;
    }

    /** Marks, settlement prices and the settlement window of each instrument. */
    public InstrumentPrices prices() {
        return prices;
    }

    /** The risk array of each instrument. */
    public RiskArrays riskArrays() {
        return riskArrays;
    }

    /** The highest id in use, 0 for none. */
    public int highestId() {
        return highestId;
    }

    /** Writes all rows. */
    public void writeTo(SnapshotWriter writer) {
        writer.section("instruments");
        writer.writeInt(highestId);
        for (int id = 1; id <= highestId; id++) {
            writer.writeInt(specs[id] == null ? 0 : id);
            if (specs[id] != null) {
                writeSpec(writer, specs[id]);
                writer.writeInt(expired[id] ? 1 : 0);
                writer.writeInt(finalFixings[id]);
                prices.writeRow(writer, id);
                riskArrays.writeRow(writer, id);
            }
        }
    }

    /** Reads all rows into this empty table; the products must have been read. */
    public void readFrom(SnapshotReader reader) {
        reader.section("instruments");
        int last = reader.readInt();
        for (int id = 1; id <= last; id++) {
            if (reader.readInt() != 0) {
                list(readSpec(reader, id));
                expired[id] = reader.readInt() != 0;
                finalFixings[id] = reader.readInt();
                prices.readRow(reader, id);
                applyPolicy(id);
                if (options[id]) {
                    setOptionValue(id);
                }
                riskArrays.readRow(reader, id, products.riskRules(specs[id].productId()));
            }
        }
    }

    private static void writeSpec(SnapshotWriter writer, InstrumentSpec spec) {
        writer.writeText(spec.symbol());
        writer.writeInt(spec.productId());
        writer.writeInt(spec.firstFixingDay());
        writer.writeInt(spec.lastFixingDay());
        writer.writeInt(spec.lastTradingDay());
        writer.writeInt(spec.unitsPerLot());
        writer.writeLong(spec.referencePriceMicros());
        writer.writeInt(spec.isOption() ? 1 : 0);
        if (spec.isOption()) {
            writer.writeInt(spec.option().underlyingId());
            writer.writeInt(spec.option().type().ordinal());
            writer.writeLong(spec.option().strikeMicros());
        }
    }

    private static InstrumentSpec readSpec(SnapshotReader reader, int id) {
        return new InstrumentSpec(
                id,
                reader.readText(),
                reader.readInt(),
                reader.readInt(),
                reader.readInt(),
                reader.readInt(),
                reader.readInt(),
                reader.readLong(),
                reader.readInt() == 0
                        ? null
                        : new OptionTerms(reader.readInt(), OptionType.of(reader.readInt()), reader.readLong()));
    }
}
