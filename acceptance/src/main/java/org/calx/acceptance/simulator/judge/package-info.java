/** What is checked while a simulation runs and when it ends. */
package org.calx.acceptance.simulator.judge;
