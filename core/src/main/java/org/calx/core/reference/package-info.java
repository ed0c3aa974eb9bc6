/**
 * What is listed and who takes part: tables indexed by id, sized when the venue opens.
 *
 * <p>Invariants: an id is defined once and never used again; every table has a capacity and refuses beyond it; rows are
 * visited in id order only. The tables check a definition ({@code check...}) apart from making it, and a checked
 * definition cannot fail. They emit no events and know nothing of orders or money.
 */
package org.calx.core.reference;
