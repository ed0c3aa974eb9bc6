/** The size of the default fund and what each member group pays into it. */
package org.calx.risk.fund;
