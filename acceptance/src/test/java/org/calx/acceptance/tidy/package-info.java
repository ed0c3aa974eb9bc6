/**
 * Holds the sources to the project's habits: small files and methods, no open ends, no sleeping tests, documented
 * packages, no private addresses in the build.
 */
package org.calx.acceptance.tidy;
