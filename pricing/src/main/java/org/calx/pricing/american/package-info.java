/**
 * American options on futures. Carry is zero, so a put on (F, K) is a call on (K, F), and without a rate above zero no
 * early exercise pays: the value is then the European one.
 */
package org.calx.pricing.american;
