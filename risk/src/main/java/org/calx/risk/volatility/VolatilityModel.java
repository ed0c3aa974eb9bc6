package org.calx.risk.volatility;

/** How tomorrow's variance follows from today's shock and variance. */
public enum VolatilityModel {
    /** h' = (1 − λ) e² + λ h. RiskMetrics Technical Document, 4th ed. 1996. */
    EWMA,
    /** h' = ω + α e² + β h. Bollerslev, Journal of Econometrics 31, 1986. */
    GARCH,
    /** h' = ω + (α + γ 1[e &lt; 0]) e² + β h. Glosten, Jagannathan and Runkle, Journal of Finance 48, 1993. */
    GJR
}
