/** Stress: what has happened, what might, and the least that would cost a given amount. */
package org.calx.risk.stress;
