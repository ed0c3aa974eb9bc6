/** Risk arrays: what one long lot of each contract loses in each of the 16 scenarios, as integers for the margin kernel. */
package org.calx.risk.array;
