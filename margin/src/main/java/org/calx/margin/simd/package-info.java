/**
 * The passes over scenarios in vector instructions.
 *
 * <p>Loaded by name, and only where the JVM has {@code jdk.incubator.vector}; nothing else may use this package.
 */
package org.calx.margin.simd;
