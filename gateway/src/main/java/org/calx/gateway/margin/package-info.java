/**
 * What an account would have to hold if: the exchange's own margin functions over what the event stream has told, on the
 * same versions of prices, arrays and parameters. Called on the loop's thread.
 */
package org.calx.gateway.margin;
