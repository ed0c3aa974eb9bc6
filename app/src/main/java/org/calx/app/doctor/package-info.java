/**
 * The examination of the machine.
 *
 * <p>Invariant: uses the JDK alone, so the launcher can run it straight from its sources on a machine that cannot build
 * the rest.
 */
package org.calx.app.doctor;
