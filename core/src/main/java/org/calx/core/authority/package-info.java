/**
 * Whose order a privileged command is: signatures, and what waits for a second person. Decides and remembers, changes
 * nothing else. Knows no books, accounts or money.
 */
package org.calx.core.authority;
