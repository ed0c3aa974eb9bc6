/** Configuration files of processes, in HOCON: every key has a meaning, and a wrong one is named with its file and line. */
package org.calx.app.config;
