/**
 * Holds the code to the arrows of the architecture: which module and package may use which, and what the deterministic
 * core must never touch.
 *
 * <p>Each rule is also run against a small tree of fixtures that breaks it, so a rule that has stopped biting fails.
 */
package org.calx.acceptance.architecture;
