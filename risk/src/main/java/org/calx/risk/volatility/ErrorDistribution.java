package org.calx.risk.volatility;

/** The distribution of the standardised errors e / √h: mean 0, variance 1. */
public enum ErrorDistribution {
    /** Standard normal. */
    NORMAL,
    /** Student t with ν &gt; 2 degrees of freedom, scaled to variance 1. Bollerslev, Review of Economics and Statistics 69, 1987. */
    STUDENT
}
