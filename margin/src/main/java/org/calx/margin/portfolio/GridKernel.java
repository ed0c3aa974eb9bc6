package org.calx.margin.portfolio;

import org.calx.model.ShortOptionMethod;

/** Computes a {@link GridProduct}: max(worst scenario, short-option minimum) − option value, not below 0. */
final class GridKernel implements ProductKernel {
    private final GridProduct product;
    private final Scan scan;
    private final Lots lots;

    GridKernel(GridProduct product) {
        this.product = product;
        scan = new Scan(product.scenarios(), product.contracts());
        lots = new Lots(product.contracts(), scan.largestLoss());
    }

    @Override
    public void begin(long[] quantities, ProductRequirement result) {
        lots.look(quantities);
        scan.run(quantities, lots.sumBits());
        int active = scan.activeScenario();
        result.activeScenario = active + 1;
        result.scanRisk = Math.max(0, scan.loss(active));
        result.shortOptionMinimum =
                Math.multiplyExact(product.shortOptionMinimum(), lots.shortLots(ShortOptionMethod.SUM));
        result.netOptionValue = lots.netOptionValue();
    }

    @Override
    public void restart() {}

    @Override
    public void finish(ProductRequirement result) {
        long risk = Math.max(result.scanRisk, result.shortOptionMinimum);
        result.requirement = Math.max(0, Math.subtractExact(risk, result.netOptionValue));
    }
}
