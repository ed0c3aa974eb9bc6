/** Margin parameters and positions as JSON files, and what portfolios require as JSON lines. */
package org.calx.app.margin;
