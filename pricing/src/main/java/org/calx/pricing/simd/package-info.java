/**
 * The vector kernels: the scalar kernels' operations on as many doubles as the processor's registers hold.
 *
 * <p>Loaded by name, and only where the JVM has {@code jdk.incubator.vector}; nothing else may use this package.
 */
package org.calx.pricing.simd;
