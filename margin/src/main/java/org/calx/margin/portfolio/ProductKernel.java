package org.calx.margin.portfolio;

/** One product's part of the computation. Spreads between products are formed between its two steps. */
sealed interface ProductKernel permits SpanKernel, GridKernel, PercentKernel {

    /** Where {@link #begin} takes the lots of a contract from. @param contract its place in the parameters */
    default int place(int contract) {
        return contract;
    }

    /** Takes the lots of the product's contracts and computes what depends on them alone. */
    void begin(Lots lots, ProductRequirement result);

    /** Begins a computation with the lots of the last {@link #begin}. */
    void restart();

    /** Completes the result. */
    void finish(ProductRequirement result);
}
