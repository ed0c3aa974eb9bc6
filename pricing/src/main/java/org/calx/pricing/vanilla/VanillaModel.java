package org.calx.pricing.vanilla;

/** How the forward moves until expiry. */
public enum VanillaModel {
    /** Log-normal: F. Black, "The pricing of commodity contracts", 1976. Forward and strike are above zero. */
    BLACK76,

    /** Normal: L. Bachelier, 1900. Forward and strike have any sign; the volatility is in units of the price. */
    BACHELIER
}
