/**
 * The product as a user starts it: real processes of the launcher, real folders, real signals.
 *
 * <p>Runs on what the build has packaged; where nothing is packaged, as under {@code mvn test}, these tests are left out
 * with a message.
 */
package org.calx.acceptance.process;
