/** How the exchange's state is written, read back and digested. Everything that shapes later events is in a snapshot. */
package org.calx.core.snapshot;
