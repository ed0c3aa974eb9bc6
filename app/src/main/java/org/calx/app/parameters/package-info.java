/** Sets of margin parameters from a readable file to the venue: checked, previewed, staged and activated. */
package org.calx.app.parameters;
