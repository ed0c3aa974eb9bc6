/** Golden event logs: scenarios and the events that they give, reviewed like code. */
package org.calx.acceptance.golden;
