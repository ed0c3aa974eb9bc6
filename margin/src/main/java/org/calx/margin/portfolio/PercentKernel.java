package org.calx.margin.portfolio;

import org.calx.margin.WideMath;

/** Computes a {@link PercentProduct}. Each side is rounded up once. */
final class PercentKernel implements ProductKernel {
    private static final long SCALE_SQUARED = MarginKernel.SCALE * MarginKernel.SCALE;

    private final boolean largerSideAlone;
    private final long[] marginPerLot;
    private final boolean[] isExcluded;

    PercentKernel(PercentProduct product) {
        largerSideAlone = product.largerSide() == LargerSide.PRODUCT;
        int contracts = product.contracts().size();
        marginPerLot = new long[contracts];
        isExcluded = new boolean[contracts];
        for (int i = 0; i < contracts; i++) {
            PercentProduct.Contract contract = product.contracts().get(i);
            long expansion = contract.isLocked() ? product.lockedExpansion() : MarginKernel.SCALE;
            long factor = Math.multiplyExact(contract.rate(), expansion);
            marginPerLot[i] = Math.multiplyExact(contract.settlementValue(), factor);
            isExcluded[i] = contract.isExcluded();
        }
    }

    @Override
    public void begin(Lots lots, ProductRequirement result) {
        long longs = 0;
        long shorts = 0;
        long excluded = 0;
        for (int i = 0; i < marginPerLot.length; i++) {
            long margin = Math.multiplyExact(Math.absExact(lots.get(i)), marginPerLot[i]);
            if (isExcluded[i]) {
                excluded = Math.addExact(excluded, margin);
            } else if (lots.get(i) > 0) {
                longs = Math.addExact(longs, margin);
            } else {
                shorts = Math.addExact(shorts, margin);
            }
        }
        long sides = largerSideAlone ? Math.max(longs, shorts) : Math.addExact(longs, shorts);
        result.longSide = WideMath.divideUp(longs, SCALE_SQUARED);
        result.shortSide = WideMath.divideUp(shorts, SCALE_SQUARED);
        result.scanRisk = WideMath.divideUp(Math.addExact(sides, excluded), SCALE_SQUARED);
    }

    @Override
    public void restart() {}

    @Override
    public void finish(ProductRequirement result) {
        result.requirement = result.scanRisk;
    }
}
