package org.calx.api.client;

import java.util.Optional;
import org.calx.api.event.ExchangeEvent.OrderRefused;
import org.calx.model.RejectReason;

/**
 * What became of a command.
 *
 * @param sequence the sender's number of the command
 * @param reason {@link RejectReason#NONE} if it was done
 * @param reference the order id that it made or touched, else 0
 * @param eventSequence number of the {@code CommandResult} in the event stream
 * @param timestampNs the log's time of the command
 * @param refusal what an order that was refused for a limit or for margin would have needed; empty in every other case, and
 *     when this is the answer to a command that had arrived before
 */
public record CommandOutcome(
        long sequence,
        RejectReason reason,
        long reference,
        long eventSequence,
        long timestampNs,
        Optional<OrderRefused> refusal) {

    /** Whether the command was done. */
    public boolean accepted() {
        return reason == RejectReason.NONE;
    }
}
