package org.calx.margin.portfolio;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.calx.margin.WideMath;

/**
 * Computes what portfolios require under one set of parameters. Made once for a set; {@link #compute} then allocates
 * nothing, scanning spreads apart. One thread uses it.
 *
 * <p>What depends on a product's own positions alone is computed again only for products whose positions have been set.
 *
 * <p>Order of steps: scanning spreads; each product's scan, calendar charge and delivery charge; inter-commodity
 * spreads; each product's floor and option value; the account ratio.
 */
public final class MarginKernel {
    /** One, in deltas, rates and ratios. */
    public static final long SCALE = 10_000;

    private final MarginParameters parameters;
    private final ProductKernel[] kernels;
    private final SpanKernel[] spanKernels;
    private final int[] spanIndexes;
    private final Lots[] lots;
    private final boolean[] changed;
    private final ProductRequirement[] results;
    private final Map<String, int[]> placeOfContract = new LinkedHashMap<>();
    private final ProductSpreads interCommoditySpreads;
    private final ProductSpreads.Former creditFormer = MarginKernel::formCredit;
    private final ScanningSpreads scanningSpreads;

    /**
     * @throws IllegalArgumentException if {@link ParameterCheck} finds a fault
     * @throws ArithmeticException if a percentage product's margin of a lot does not fit
     */
    public MarginKernel(MarginParameters parameters) {
        ParameterCheck.firstFault(parameters).ifPresent(fault -> {
            throw new IllegalArgumentException(fault);
        });
        this.parameters = parameters;
        int products = parameters.products().size();
        kernels = new ProductKernel[products];
        lots = new Lots[products];
        changed = new boolean[products];
        Arrays.fill(changed, true);
        results = new ProductRequirement[products];
        Map<String, SpanKernel> spanOfProduct = new LinkedHashMap<>();
        List<Integer> spans = new ArrayList<>();
        for (int i = 0; i < products; i++) {
            ProductMargin product = parameters.products().get(i);
            kernels[i] = kernelOf(product);
            results[i] = new ProductRequirement();
            index(product.contractIds(), i);
            if (kernels[i] instanceof SpanKernel span) {
                spanOfProduct.put(product.id(), span);
                spans.add(i);
            }
        }
        spanIndexes = spans.stream().mapToInt(Integer::intValue).toArray();
        spanKernels = spans.stream().map(i -> (SpanKernel) kernels[i]).toArray(SpanKernel[]::new);
        interCommoditySpreads = new ProductSpreads(parameters.interCommoditySpreads(), spanOfProduct);
        scanningSpreads = new ScanningSpreads(parameters.scanningSpreads(), spanOfProduct);
    }

    private static ProductKernel kernelOf(ProductMargin product) {
        return switch (product) {
            case SpanProduct span -> new SpanKernel(span);
            case GridProduct grid -> new GridKernel(grid);
            case PercentProduct percent -> new PercentKernel(percent);
        };
    }

    private void index(List<String> contractIds, int product) {
        lots[product] = new Lots(contractIds.size());
        for (int i = 0; i < contractIds.size(); i++) {
            placeOfContract.put(contractIds.get(i), new int[] {product, i});
        }
    }

    /** Makes the portfolio empty. */
    public void clear() {
        for (Lots ofProduct : lots) {
            ofProduct.clear();
        }
        Arrays.fill(changed, true);
    }

    /**
     * Adds signed lots of a contract by name.
     *
     * @return whether the contract is known
     * @throws ArithmeticException if the position does not fit a {@code long}
     */
    public boolean add(String contractId, long signedLots) {
        int[] place = placeOfContract.get(contractId);
        if (place == null) {
            return false;
        }
        long before = lots[place[0]].get(kernels[place[0]].place(place[1]));
        set(place[0], place[1], Math.addExact(before, signedLots));
        return true;
    }

    /** Sets the signed lots of a contract by the places of its product and of itself in the parameters. */
    public void set(int product, int contract, long signedLots) {
        lots[product].set(kernels[product].place(contract), signedLots);
        changed[product] = true;
    }

    /**
     * Computes the portfolio.
     *
     * @return what the account requires, minor units
     * @throws ArithmeticException if a result does not fit a {@code long}
     */
    public long compute() {
        for (int i = 0; i < kernels.length; i++) {
            if (changed[i]) {
                kernels[i].begin(lots[i], results[i]);
                changed[i] = false;
            }
            kernels[i].restart();
        }
        long sum = scanningSpreads.form();
        for (int i = 0; i < spanKernels.length; i++) {
            spanKernels[i].charge(results[spanIndexes[i]]);
        }
        interCommoditySpreads.form(creditFormer);
        for (int i = 0; i < kernels.length; i++) {
            kernels[i].finish(results[i]);
            sum = Math.addExact(sum, results[i].requirement);
        }
        return WideMath.divideUp(Math.multiplyExact(sum, parameters.accountRatio()), SCALE);
    }

    private static void formCredit(int spread, ProductSpreads.Compiled legs, long[] units) {
        for (int leg = 0; leg < legs.legs(); leg++) {
            legs.kernels()[leg].giveToCredit(units[leg], legs.creditRates()[leg]);
        }
    }

    /** The parameters. */
    public MarginParameters parameters() {
        return parameters;
    }

    /** What the product at this place required in the last computation. */
    public ProductRequirement result(int product) {
        return results[product];
    }

    /** What the scanning spread of this rank in priority required in the last computation, before the account ratio. */
    public long scanningSpreadRisk(int rank) {
        return scanningSpreads.scanRisk(rank);
    }
}
