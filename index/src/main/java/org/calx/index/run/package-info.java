/** A run from input files to a folder of published figures, and the reading of such a folder. */
package org.calx.index.run;
