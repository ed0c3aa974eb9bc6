/** The commands of the risk module: they read files, call the module, and print or write what it found. */
package org.calx.app.risk;
