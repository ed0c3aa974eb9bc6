/** What operators order without a gateway, as signed senders of their own, straight to the log. */
package org.calx.app.emergency;
