package org.calx.cluster;

import io.aeron.cluster.client.AeronCluster;
import io.aeron.cluster.codecs.MessageHeaderDecoder;
import io.aeron.cluster.codecs.NewLeadershipTermEventDecoder;
import io.aeron.cluster.codecs.SessionMessageHeaderDecoder;
import io.aeron.cluster.codecs.TimerEventDecoder;
import io.aeron.logbuffer.Header;
import org.agrona.DirectBuffer;

/** Gives an exchange what is in a stored log; what does not concern the exchange, such as opened sessions, is passed over. */
final class LoggedInput {
    private final ReplicatedExchange exchange;
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final SessionMessageHeaderDecoder command = new SessionMessageHeaderDecoder();
    private final TimerEventDecoder timer = new TimerEventDecoder();
    private final NewLeadershipTermEventDecoder newTerm = new NewLeadershipTermEventDecoder();

    LoggedInput(ReplicatedExchange exchange) {
        this.exchange = exchange;
    }

    void onMessage(DirectBuffer buffer, int offset, int length, Header frame) {
        header.wrap(buffer, offset);
        if (header.schemaId() != MessageHeaderDecoder.SCHEMA_ID) {
            return;
        }
        switch (header.templateId()) {
            case SessionMessageHeaderDecoder.TEMPLATE_ID -> {
                command.wrapAndApplyHeader(buffer, offset, header);
                exchange.onMessage(
                        command.timestamp(),
                        buffer,
                        offset + AeronCluster.SESSION_HEADER_LENGTH,
                        length - AeronCluster.SESSION_HEADER_LENGTH);
            }
            case TimerEventDecoder.TEMPLATE_ID ->
                exchange.onTimer(
                        timer.wrapAndApplyHeader(buffer, offset, header).timestamp());
            case NewLeadershipTermEventDecoder.TEMPLATE_ID ->
                exchange.onNewLeader(
                        newTerm.wrapAndApplyHeader(buffer, offset, header).timestamp());
            default -> {}
        }
    }
}
