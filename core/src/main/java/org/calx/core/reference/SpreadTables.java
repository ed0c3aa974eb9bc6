package org.calx.core.reference;

import java.util.List;
import org.calx.core.snapshot.SnapshotReader;
import org.calx.core.snapshot.SnapshotWriter;
import org.calx.margin.CreditSpreads;
import org.calx.margin.SpreadCharges;
import org.calx.margin.portfolio.ChargeCheck;
import org.calx.model.CommoditySpreads;
import org.calx.model.MarginCharges;
import org.calx.model.MarginPolicy;
import org.calx.model.PolicyKind;
import org.calx.model.RejectReason;

/** What each product charges for months held against each other or into delivery, and the spreads between products. */
public final class SpreadTables {
    private final Products products;
    private final SpreadCharges[] charges = new SpreadCharges[Products.CAPACITY + 1];
    private final boolean[] boxed = new boolean[Products.CAPACITY + 1];
    private final boolean[] credited = new boolean[Products.CAPACITY + 1];
    private final boolean[] options = new boolean[Products.CAPACITY + 1];
    private final boolean[] special = new boolean[Products.CAPACITY + 1];
    private CreditSpreads credits = CreditSpreads.NONE;

    SpreadTables(Products products) {
        this.products = products;
    }

    /** A product's charges; {@link SpreadCharges#NONE} before they are set. */
    public SpreadCharges charges(int productId) {
        SpreadCharges set = charges[productId];
        return set == null ? SpreadCharges.NONE : set;
    }

    /** Whether the product was given charges. */
    public boolean hasCharges(int productId) {
        return charges[productId] != null;
    }

    /** The spreads between products. */
    public CreditSpreads credits() {
        return credits;
    }

    /** The product has an option listed from now on. Margin must be re-evaluated: use {@code Clearing}. */
    void addOption(int productId) {
        options[productId] = true;
        sort(productId);
    }

    /** Finds anew how the product's margin is computed. */
    void sort(int productId) {
        MarginPolicy policy = products.policy(productId);
        special[productId] = options[productId] || policy != null && policy.kind() != PolicyKind.SPAN;
        credited[productId] = credits.place(productId) >= 0;
        boxed[productId] = charges[productId] != null || credited[productId] || special[productId];
    }

    /** Whether the product's margin is more than scanning and charges: it has options, or is not scanned. */
    public boolean isSpecial(int productId) {
        return special[productId];
    }

    /** Whether spreads with other products name it. */
    public boolean isCredited(int productId) {
        return credited[productId];
    }

    /** Whether options are listed on the product's months. */
    public boolean hasOptions(int productId) {
        return options[productId];
    }

    /**
     * Whether the product's margin is more than scanning and flat charges: it has charges by tiers, stands in a spread or is special,
     * so that low and high deltas must be kept.
     */
    public boolean isBoxed(int productId) {
        return boxed[productId];
    }

    /** Why the charges cannot be set, or {@link RejectReason#NONE}. */
    public RejectReason check(MarginCharges wanted) {
        if (!products.exists(wanted.productId())) {
            return RejectReason.UNKNOWN_PRODUCT;
        }
        boolean scanned = products.policy(wanted.productId()).kind() == PolicyKind.SPAN;
        if (!scanned || ChargeCheck.firstFault(wanted).isPresent()) {
            return RejectReason.INVALID_PARAMETER;
        }
        SpreadCharges compiled = new SpreadCharges(wanted);
        boolean fit = ChargeCheck.firstFault(
                        credits.spreads(),
                        products::exists,
                        this::currency,
                        id -> id == wanted.productId() ? compiled : charges(id))
                .isEmpty();
        return fit ? RejectReason.NONE : RejectReason.INVALID_PARAMETER;
    }

    /** Replaces a product's charges by checked ones. Margin must be re-evaluated: use {@code Clearing}. */
    public void set(MarginCharges checked) {
        boolean none = checked.equals(MarginCharges.none(checked.productId()));
        charges[checked.productId()] = none ? null : new SpreadCharges(checked);
        set(credits.spreads());
        products.setCharges(checked.productId());
    }

    /** Why the spreads cannot be set, or {@link RejectReason#NONE}. */
    public RejectReason check(CommoditySpreads wanted) {
        boolean fine = ChargeCheck.firstFault(wanted, this::canSpread, this::currency, this::charges)
                .isEmpty();
        return fine ? RejectReason.NONE : RejectReason.INVALID_PARAMETER;
    }

    /** Replaces all spreads by checked ones. Margin must be re-evaluated: use {@code Clearing}. */
    public void set(CommoditySpreads checked) {
        credits = new CreditSpreads(checked, this::charges);
        for (int id = 1; id <= Products.CAPACITY; id++) {
            sort(id);
        }
    }

    /** Why the spreads could hold by no charges, or {@link RejectReason#NONE}. */
    RejectReason checkAlone(CommoditySpreads wanted) {
        boolean fine = ChargeCheck.firstFault(wanted, this::canSpread, this::currency, id -> SpreadCharges.NONE)
                .isEmpty();
        return fine ? RejectReason.NONE : RejectReason.INVALID_PARAMETER;
    }

    /** Why these charges and spreads cannot hold together, or {@link RejectReason#NONE}; products without new charges keep theirs. */
    public RejectReason check(List<MarginCharges> wanted, CommoditySpreads wantedSpreads) {
        SpreadCharges[] planned = charges.clone();
        for (MarginCharges each : wanted) {
            if (!products.exists(each.productId())) {
                return RejectReason.UNKNOWN_PRODUCT;
            }
            if (!canSpread(each.productId()) || ChargeCheck.firstFault(each).isPresent()) {
                return RejectReason.INVALID_PARAMETER;
            }
            planned[each.productId()] = new SpreadCharges(each);
        }
        boolean fit = ChargeCheck.firstFault(
                        wantedSpreads,
                        this::canSpread,
                        this::currency,
                        id -> planned[id] == null ? SpreadCharges.NONE : planned[id])
                .isEmpty();
        return fit ? RejectReason.NONE : RejectReason.INVALID_PARAMETER;
    }

    /** Replaces charges and spreads by checked ones together. Margin must be re-evaluated: use {@code Clearing}. */
    public void set(List<MarginCharges> checked, CommoditySpreads checkedSpreads) {
        set(CommoditySpreads.NONE);
        checked.forEach(this::set);
        set(checkedSpreads);
    }

    private boolean canSpread(int productId) {
        return products.exists(productId) && products.policy(productId).kind() == PolicyKind.SPAN;
    }

    private Object currency(int productId) {
        return products.spec(productId).currency();
    }

    void writeTo(SnapshotWriter writer) {
        writer.section("spreads");
        for (int id = 1; id <= Products.CAPACITY; id++) {
            if (charges[id] != null) {
                writer.writeInt(id);
                SpreadRows.write(writer, charges[id].charges());
            }
        }
        writer.writeInt(0);
        SpreadRows.write(writer, credits.spreads());
    }

    void readFrom(SnapshotReader reader) {
        reader.section("spreads");
        for (int id = reader.readInt(); id != 0; id = reader.readInt()) {
            set(SpreadRows.readCharges(reader, id));
        }
        set(SpreadRows.readSpreads(reader));
    }
}
