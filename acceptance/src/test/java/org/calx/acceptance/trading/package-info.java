/** What the exchange promises to those who trade on it, in their words, by every route. */
package org.calx.acceptance.trading;
