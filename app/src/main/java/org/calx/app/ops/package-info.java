/** What operators and their machines ask a process: whether it lives, whether it is ready, how it does. */
package org.calx.app.ops;
