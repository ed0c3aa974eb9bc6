/** The JSON objects of Deribit's API version 2, made from the views. All amounts are lots. */
package org.calx.gateway.shape;
