/**
 * The command line and the all-in-one process.
 *
 * <p>Invariants: a user's mistake ends in one line on standard error and an {@link org.calx.app.ExitCode}, never in a
 * stack trace; what a command computes goes to standard output, what it says about its progress to standard error; a
 * command that ends has closed all that it opened.
 */
package org.calx.app;
