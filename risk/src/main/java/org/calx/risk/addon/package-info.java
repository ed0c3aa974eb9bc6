/** What is added to margin for liquidity and concentration, and what keeps margin from following the market too closely. */
package org.calx.risk.addon;
