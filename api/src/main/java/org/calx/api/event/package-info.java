/** The event stream's vocabulary, decoded. */
package org.calx.api.event;
