/** Orders, positions and balances of a stopped exchange as CSV. */
package org.calx.app.export;
