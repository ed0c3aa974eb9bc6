/**
 * Margin policies as pure integer functions: the core, a what-if query and the command line call the same code.
 *
 * <p>Losses are positive and gains negative, in micro-units of the currency. Nothing here holds state, reads a clock or
 * allocates, except where a method says that it returns a new array.
 */
package org.calx.margin;
