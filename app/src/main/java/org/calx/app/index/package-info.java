/** The benchmarks' part of the command line: what {@code calx index} and {@code calx forecast} read, check and print. */
package org.calx.app.index;
