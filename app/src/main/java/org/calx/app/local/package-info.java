/** A whole cluster on this machine: members, gateways and the demo market as processes of their own, in one folder. */
package org.calx.app.local;
