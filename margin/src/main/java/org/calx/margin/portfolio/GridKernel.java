package org.calx.margin.portfolio;

import org.calx.model.ShortOptionMethod;

/** Computes a {@link GridProduct}: max(worst scenario, short-option minimum) − option value, not below 0. */
final class GridKernel implements ProductKernel {
    private final GridProduct product;
    private final Scan scan;
    private final Options options;

    GridKernel(GridProduct product) {
        this.product = product;
        scan = new Scan(product.scenarios(), product.contracts());
        options = new Options(product.contracts());
    }

    @Override
    public void begin(long[] quantities, ProductRequirement result) {
        Lots.requireFit(quantities, Math.max(scan.largestLoss(), options.largestPrice()));
        scan.run(quantities);
        int active = scan.activeScenario();
        result.activeScenario = active + 1;
        result.scanRisk = Math.max(0, scan.loss(active));
        result.shortOptionMinimum =
                Math.multiplyExact(product.shortOptionMinimum(), options.shortLots(quantities, ShortOptionMethod.SUM));
        result.netOptionValue = options.netValue(quantities);
    }

    @Override
    public void restart() {}

    @Override
    public void finish(ProductRequirement result) {
        long risk = Math.max(result.scanRisk, result.shortOptionMinimum);
        result.requirement = Math.max(0, Math.subtractExact(risk, result.netOptionValue));
    }
}
