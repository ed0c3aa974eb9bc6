package org.calx.margin.portfolio;

import java.util.List;

/** How one product is margined: by one of three policies. */
public sealed interface ProductMargin permits SpanProduct, PercentProduct, GridProduct {

    /** The product's name. */
    String id();

    /** Names of its contracts, in order. */
    List<String> contractIds();
}
