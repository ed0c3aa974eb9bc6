/**
 * Decides whether an order may be accepted. Changes nothing: every decision is a function of the reference tables and of
 * what clearing knows, and a refusal is a {@link org.calx.model.RejectReason}, in that enum's order of precedence.
 */
package org.calx.core.risk;
