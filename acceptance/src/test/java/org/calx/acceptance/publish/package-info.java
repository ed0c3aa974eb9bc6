/** Publishers of marks and risk arrays, on an exchange in this process. */
package org.calx.acceptance.publish;
