package org.calx.core.reference;

import org.calx.core.snapshot.SnapshotReader;
import org.calx.core.snapshot.SnapshotWriter;
import org.calx.margin.ProductCharges;
import org.calx.model.Currency;
import org.calx.model.MarginPolicy;
import org.calx.model.PolicyKind;
import org.calx.model.ProductClass;
import org.calx.model.ProductParameters;
import org.calx.model.ProductSpec;
import org.calx.model.RejectReason;
import org.calx.model.RiskRules;

/** The products and their current parameters. Ids are 1 to {@value #CAPACITY}. */
public final class Products {
    /** Most products. */
    public static final int CAPACITY = 256;

    private final ProductSpec[] specs = new ProductSpec[CAPACITY + 1];
    private final ProductParameters[] parameters = new ProductParameters[CAPACITY + 1];
    private final RiskRules[] rules = new RiskRules[CAPACITY + 1];
    private final boolean[] ownRules = new boolean[CAPACITY + 1];
    private final MarginPolicy[] policies = new MarginPolicy[CAPACITY + 1];
    private final ProductCharges[] charges = new ProductCharges[CAPACITY + 1];
    private final SpreadTables spreads = new SpreadTables(this);

    /** Why the product cannot be defined, or {@link RejectReason#NONE}. */
    public RejectReason checkDefine(ProductSpec product, Markets markets) {
        if (product.productId() < 1
                || Names.isNotName(product.code())
                || Names.isNotName(product.unitName())
                || !NumericBounds.isWithin(product.tickMicros(), 1, NumericBounds.MAX_LOT_VALUE_MICROS)) {
            return RejectReason.INVALID_PARAMETER;
        }
        if (exists(product.productId()) || hasCode(product.code())) {
            return RejectReason.ALREADY_DEFINED;
        }
        if (product.productId() > CAPACITY) {
            return RejectReason.CAPACITY_REACHED;
        }
        return markets.exists(product.marketId()) ? RejectReason.NONE : RejectReason.UNKNOWN_MARKET;
    }

    /** Adds a checked product, still without parameters. */
    public void define(ProductSpec product) {
        specs[product.productId()] = product;
        rules[product.productId()] = RiskRules.defaults(product.productId());
        policies[product.productId()] = MarginPolicy.defaults(product.productId());
    }

    /** Why the parameters cannot be set, or {@link RejectReason#NONE}. */
    public RejectReason checkParameters(ProductParameters wanted) {
        if (!exists(wanted.productId())) {
            return RejectReason.UNKNOWN_PRODUCT;
        }
        boolean fees = isFee(wanted.makerFeeMicrosPerLot())
                && isFee(wanted.takerFeeMicrosPerLot())
                && isFee(wanted.settlementFeeMicrosPerLot())
                && wanted.settlementFeeMicrosPerLot() >= 0
                && wanted.makerFeeMicrosPerLot() + wanted.takerFeeMicrosPerLot() >= 0;
        long mostTicks = NumericBounds.MAX_LOT_VALUE_MICROS / specs[wanted.productId()].tickMicros();
        boolean ticks = NumericBounds.isWithin(wanted.bandTicks(), 1, mostTicks)
                && NumericBounds.isWithin(wanted.protectionTicks(), 0, mostTicks)
                && NumericBounds.isWithin(wanted.settlementSpreadTicks(), 0, mostTicks);
        boolean lots = NumericBounds.isWithin(wanted.maxOrderLots(), 1, NumericBounds.MAX_LOTS)
                && NumericBounds.isWithin(wanted.positionLimitLots(), 1, NumericBounds.MAX_LOTS)
                && wanted.settlementMinLots() >= 1;
        boolean rest = NumericBounds.isWithin(wanted.calendarChargeMicros(), 0, NumericBounds.MAX_FEE_MICROS)
                && wanted.markStaleNs() >= 0;
        return fees && ticks && lots && rest ? RejectReason.NONE : RejectReason.INVALID_PARAMETER;
    }

    private static boolean isFee(long micros) {
        return NumericBounds.isWithin(micros, -NumericBounds.MAX_FEE_MICROS, NumericBounds.MAX_FEE_MICROS);
    }

    /** Replaces a product's parameters by checked ones. Margin must be re-evaluated: use {@code Clearing}. */
    public void setParameters(ProductParameters checked) {
        parameters[checked.productId()] = checked;
        setCharges(checked.productId());
    }

    /** Why the rules cannot be set, or {@link RejectReason#NONE}. */
    public RejectReason checkRules(RiskRules wanted) {
        if (!exists(wanted.productId())) {
            return RejectReason.UNKNOWN_PRODUCT;
        }
        return RiskRows.isPossible(wanted) ? RejectReason.NONE : RejectReason.INVALID_PARAMETER;
    }

    /** Replaces a product's rules by checked ones. Margin must be re-evaluated: use {@code Clearing}. */
    public void setRules(RiskRules checked) {
        rules[checked.productId()] = checked;
        ownRules[checked.productId()] = !checked.equals(RiskRules.defaults(checked.productId()));
        setCharges(checked.productId());
    }

    /** Why the policy cannot be set, or {@link RejectReason#NONE}. */
    public RejectReason checkPolicy(MarginPolicy wanted) {
        if (!exists(wanted.productId())) {
            return RejectReason.UNKNOWN_PRODUCT;
        }
        int id = wanted.productId();
        boolean alone = !spreads.hasCharges(id) && spreads.credits().place(id) < 0;
        boolean fits = wanted.kind() == PolicyKind.SPAN
                || alone && (wanted.kind() != PolicyKind.PERCENT || !spreads.hasOptions(id));
        return fits && PolicyRows.isPossible(wanted) ? RejectReason.NONE : RejectReason.INVALID_PARAMETER;
    }

    /** Replaces a product's policy by a checked one. Margin must be re-evaluated: use {@code Clearing}. */
    public void setPolicy(MarginPolicy checked) {
        policies[checked.productId()] = checked;
        spreads.sort(checked.productId());
        setCharges(checked.productId());
    }

    /** How the product's margin is computed: the defaults before it is first set. */
    public MarginPolicy policy(int productId) {
        return policies[productId];
    }

    void setCharges(int productId) {
        long calendar = parameters[productId] == null ? 0 : parameters[productId].calendarChargeMicros();
        charges[productId] =
                ProductCharges.of(calendar, rules[productId], spreads.charges(productId), policies[productId]);
    }

    /** Charges by tiers and deliveries, and spreads between products. */
    public SpreadTables spreads() {
        return spreads;
    }

    /** The product's rules: the defaults before they are first set. */
    public RiskRules riskRules(int productId) {
        return rules[productId];
    }

    /** Whether the product's rules are not the defaults. */
    public boolean hasOwnRules(int productId) {
        return ownRules[productId];
    }

    /** What the product charges beyond scanning risk; null before its parameters are first set. */
    public ProductCharges charges(int productId) {
        return charges[productId];
    }

    /** Whether there is a product with this id; any {@code int} may be asked. */
    public boolean exists(int productId) {
        return productId >= 1 && productId <= CAPACITY && specs[productId] != null;
    }

    /** The product's definition, or null. */
    public ProductSpec spec(int productId) {
        return specs[productId];
    }

    /** The product's parameters, or null before they are first set. */
    public ProductParameters parameters(int productId) {
        return parameters[productId];
    }

    /** The product with this code, or 0: a product's code names its index. Not for the order path. */
    public int findByCode(String code) {
        for (ProductSpec spec : specs) {
            if (spec != null && spec.code().equals(code)) {
                return spec.productId();
            }
        }
        return 0;
    }

    private boolean hasCode(String code) {
        return findByCode(code) != 0;
    }

    /** Writes all rows. */
    public void writeTo(SnapshotWriter writer) {
        writer.section("products");
        for (int id = 1; id <= CAPACITY; id++) {
            writer.writeInt(specs[id] == null ? 0 : id);
            if (specs[id] != null) {
                writeSpec(writer, specs[id]);
                writer.writeInt(parameters[id] == null ? 0 : 1);
                if (parameters[id] != null) {
                    writeParameters(writer, parameters[id]);
                }
                RiskRows.write(writer, rules[id]);
                PolicyRows.write(writer, policies[id]);
            }
        }
        spreads.writeTo(writer);
    }

    /** Reads all rows into this empty table. */
    public void readFrom(SnapshotReader reader) {
        reader.section("products");
        for (int id = 1; id <= CAPACITY; id++) {
            if (reader.readInt() != 0) {
                specs[id] = readSpec(reader, id);
                if (reader.readInt() != 0) {
                    parameters[id] = readParameters(reader, id);
                }
                policies[id] = MarginPolicy.defaults(id);
                setRules(RiskRows.readRules(reader, id));
                setPolicy(PolicyRows.read(reader, id));
            }
        }
        spreads.readFrom(reader);
    }

    private static void writeSpec(SnapshotWriter writer, ProductSpec spec) {
        writer.writeText(spec.code());
        writer.writeInt(spec.productClass().ordinal());
        writer.writeInt(spec.marketId());
        writer.writeInt(spec.currency().ordinal());
        writer.writeLong(spec.tickMicros());
        writer.writeText(spec.unitName());
    }

    private static ProductSpec readSpec(SnapshotReader reader, int id) {
        return new ProductSpec(
                id,
                reader.readText(),
                ProductClass.of(reader.readInt()),
                reader.readInt(),
                Currency.of(reader.readInt()),
                reader.readLong(),
                reader.readText());
    }

    /** Writes parameters, all but the id of the product. */
    public static void writeParameters(SnapshotWriter writer, ProductParameters row) {
        writer.writeLong(row.makerFeeMicrosPerLot());
        writer.writeLong(row.takerFeeMicrosPerLot());
        writer.writeLong(row.settlementFeeMicrosPerLot());
        writer.writeLong(row.bandTicks());
        writer.writeLong(row.protectionTicks());
        writer.writeLong(row.maxOrderLots());
        writer.writeLong(row.positionLimitLots());
        writer.writeLong(row.calendarChargeMicros());
        writer.writeLong(row.settlementSpreadTicks());
        writer.writeLong(row.settlementMinLots());
        writer.writeLong(row.markStaleNs());
    }

    /** Reads what {@link #writeParameters} wrote. */
    public static ProductParameters readParameters(SnapshotReader reader, int id) {
        return new ProductParameters(
                id,
                reader.readLong(),
                reader.readLong(),
                reader.readLong(),
                reader.readLong(),
                reader.readLong(),
                reader.readLong(),
                reader.readLong(),
                reader.readLong(),
                reader.readLong(),
                reader.readLong(),
                reader.readLong());
    }
}
