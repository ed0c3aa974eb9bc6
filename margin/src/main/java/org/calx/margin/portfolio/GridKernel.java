package org.calx.margin.portfolio;

import org.calx.model.ShortOptionMethod;

/** Computes a {@link GridProduct}: max(worst scenario, short-option minimum) − option value, not below 0. */
final class GridKernel implements ProductKernel {
    private final GridProduct product;
    private final Scan scan;
    private final Options options;
    private final long largest;

    GridKernel(GridProduct product) {
        this.product = product;
        scan = new Scan(product.scenarios(), product.contracts());
        options = new Options(product.contracts());
        largest = Math.max(1, Math.max(scan.largestLoss(), options.largestPrice()));
    }

    @Override
    public void begin(Lots lots, ProductRequirement result) {
        int sumBits = lots.sumBits(largest);
        scan.run(lots, sumBits);
        options.count(lots, sumBits);
        int active = scan.activeScenario();
        result.activeScenario = active + 1;
        result.scanRisk = Math.max(0, scan.loss(active));
        result.shortOptionMinimum =
                Math.multiplyExact(product.shortOptionMinimum(), options.shortLots(ShortOptionMethod.SUM));
        result.netOptionValue = options.netValue();
    }

    @Override
    public void restart() {}

    @Override
    public void finish(ProductRequirement result) {
        long risk = Math.max(result.scanRisk, result.shortOptionMinimum);
        result.requirement = Math.max(0, Math.subtractExact(risk, result.netOptionValue));
    }
}
