package org.calx.acceptance.dsl;

import org.calx.model.RejectReason;

/**
 * What a trader is told about a command.
 *
 * @param reason {@link RejectReason#NONE} if it was done
 * @param orderId the order that it made or touched, 0 for none
 */
record Answer(RejectReason reason, long orderId) {}
