package org.calx.core.clearing;

import org.calx.core.reference.Accounts;
import org.calx.core.reference.Instruments;
import org.calx.core.reference.Products;
import org.calx.margin.ProductCharges;
import org.calx.model.PolicyKind;

/** What rows of {@link MarginAccounts} require in products that have options or are not scanned in 16 scenarios. */
final class PolicyMargins {
    private final Products products;
    private final Instruments instruments;
    private final Positions positions;
    private final MarginAccounts margins;
    private final OptionMargins options;
    private final GridMargins grids;
    private final PercentMargins percents;

    PolicyMargins(
            Products products,
            Instruments instruments,
            Accounts accounts,
            Positions positions,
            MarginAccounts margins) {
        this.products = products;
        this.instruments = instruments;
        this.positions = positions;
        this.margins = margins;
        options = new OptionMargins(instruments, positions, margins);
        grids = new GridMargins(instruments, accounts);
        percents = new PercentMargins(instruments, accounts, positions, margins);
    }

    OptionMargins options() {
        return options;
    }

    /** Whether the product's rows are computed here. */
    boolean isIn(int productId) {
        return products.spreads().isSpecial(productId);
    }

    private PolicyKind kind(int productId) {
        return products.policy(productId).kind();
    }

    /** Counts a row of {@link Positions} anew that had these ends before it changed. */
    void changeReach(int position, long oldLow, long oldHigh) {
        int instrumentId = positions.instrumentId(position);
        if (instruments.isOption(instrumentId)) {
            options.changeReach(position, oldLow, oldHigh);
        } else {
            margins.changeReach(position, instruments.bucket(instrumentId), oldLow, oldHigh);
        }
    }

    /** Makes zero what depends on tables. */
    void clear(int row) {
        options.clear(row);
        grids.clear(row);
        for (int at = margins.rows().firstPosition(row); at != Positions.NONE; at = positions.nextOfMargin(at)) {
            percents.clear(at);
        }
    }

    /** Adds signed lots of a special instrument. */
    void addPosition(int position, long lots) {
        int row = positions.marginRow(position);
        int instrumentId = positions.instrumentId(position);
        if (instruments.isOption(instrumentId)) {
            options.addPosition(row, instrumentId, lots);
        }
        if (kind(margins.rows().productId(row)) == PolicyKind.GRID) {
            grids.addPosition(row, positions.accountId(position), instrumentId, lots);
        }
    }

    /** Adds an order in a special instrument, or takes it away with negative lots. */
    void addOrder(int position, int sign, long lossAtOnce, long lots) {
        int row = positions.marginRow(position);
        int instrumentId = positions.instrumentId(position);
        int accountId = positions.accountId(position);
        if (instruments.isOption(instrumentId)) {
            options.addOrder(row, instrumentId, sign, lossAtOnce, lots);
        }
        switch (kind(margins.rows().productId(row))) {
            case GRID -> grids.addOrder(row, accountId, instrumentId, sign, lossAtOnce, lots);
            case PERCENT -> percents.addOrder(position, accountId, instrumentId, sign, lossAtOnce, lots);
            case SPAN -> {}
        }
    }

    /** Takes out what a pair adds too much, or with a sign of −1 puts it back. @param pair loss at once and lots of buy and sell */
    void addPair(int position, long[] pair, int sign) {
        int row = positions.marginRow(position);
        int instrumentId = positions.instrumentId(position);
        int accountId = positions.accountId(position);
        if (instruments.isOption(instrumentId)) {
            options.addPair(row, instrumentId, pair, sign);
        }
        switch (kind(margins.rows().productId(row))) {
            case GRID -> grids.addPair(row, accountId, instrumentId, pair, sign);
            case PERCENT -> percents.addPair(position, accountId, instrumentId, pair, sign);
            case SPAN -> {}
        }
    }

    /** What a row requires. @param chargesMicros calendar and delivery charges less the credit */
    long requirementMicros(int row, ProductCharges charges, long chargesMicros, long concentrationMicros) {
        return switch (charges.policy().kind()) {
            case SPAN ->
                options.requirementMicros(
                        row, margins.worstScenarioMicros(row), charges, chargesMicros, concentrationMicros);
            case GRID -> options.requirementMicros(row, grids.worstMicros(row), charges, 0, concentrationMicros);
            case PERCENT ->
                Math.addExact(percents.requirementMicros(row, charges.policy().largerSide()), concentrationMicros);
        };
    }

    /** What a row would require with the order that {@link MarginAccounts#scanningWithMicros} was asked for just before. */
    long requirementWithMicros(
            int row,
            int accountId,
            int instrumentId,
            int sign,
            long lossAtOnce,
            long lots,
            ProductCharges charges,
            long chargesMicros,
            long concentrationMicros) {
        if (charges.policy().kind() == PolicyKind.PERCENT) {
            boolean largerSide = charges.policy().largerSide();
            long percent =
                    percents.requirementWithMicros(row, accountId, instrumentId, sign, lossAtOnce, lots, largerSide);
            return Math.addExact(percent, concentrationMicros);
        }
        boolean grid = charges.policy().kind() == PolicyKind.GRID;
        long worst = grid
                ? grids.worstWithMicros(row, accountId, instrumentId, sign, lossAtOnce, lots)
                : margins.worstScenarioWithMicros(row);
        int position = positions.find(accountId, instrumentId);
        return options.requirementWithMicros(
                row,
                position,
                worst,
                instrumentId,
                sign,
                lossAtOnce,
                lots,
                charges,
                grid ? 0 : chargesMicros,
                concentrationMicros);
    }
}
