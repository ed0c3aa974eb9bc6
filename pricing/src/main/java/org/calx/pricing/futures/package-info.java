/** What futures themselves are worth: months part of which is fixed, perpetuals, compute and power by models of their prices. */
package org.calx.pricing.futures;
