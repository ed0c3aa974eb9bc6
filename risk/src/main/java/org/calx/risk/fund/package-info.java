/** What stands behind margin: the default fund, add-ons for positions that are hard to close, and floors for calm times. */
package org.calx.risk.fund;
