/** Stress: what member groups lose in historical, hypothetical and reverse scenarios. */
package org.calx.risk.stress;
