package org.calx.api.wire;

import org.agrona.DirectBuffer;
import org.calx.api.codec.MessageHeaderDecoder;
import org.calx.api.codec.ParametersChangedDecoder;
import org.calx.api.codec.ParametersStagedDecoder;
import org.calx.api.event.ExchangeEvent;
import org.calx.model.ParameterStatus;

/** Reads events about staged sets of margin parameters. */
final class ParameterEventDecoder {
    private final ParametersStagedDecoder parametersStaged = new ParametersStagedDecoder();
    private final MarginTermsCodec terms = new MarginTermsCodec();
    private final ParametersChangedDecoder parametersChanged = new ParametersChangedDecoder();

    /** The event whose header is wrapped at this offset, or null if it is not one of these. */
    ExchangeEvent decode(DirectBuffer buffer, int offset, MessageHeaderDecoder header) {
        return switch (header.templateId()) {
            case ParametersStagedDecoder.TEMPLATE_ID -> parametersStaged(buffer, offset, header);
            case ParametersChangedDecoder.TEMPLATE_ID -> parametersChanged(buffer, offset, header);
            default -> null;
        };
    }

    private ExchangeEvent parametersStaged(DirectBuffer buffer, int offset, MessageHeaderDecoder header) {
        parametersStaged.wrapAndApplyHeader(buffer, offset, header).wrapTerms(terms.carried());
        return new ExchangeEvent.ParametersStaged(terms.read()
                .part(parametersStaged.version(), parametersStaged.marketId(), parametersStaged.effectiveDay()));
    }

    private ExchangeEvent parametersChanged(DirectBuffer buffer, int offset, MessageHeaderDecoder header) {
        parametersChanged.wrapAndApplyHeader(buffer, offset, header);
        return new ExchangeEvent.ParametersChanged(
                parametersChanged.version(),
                ParameterStatus.of(parametersChanged.statusRaw()),
                parametersChanged.marketId(),
                parametersChanged.effectiveDay(),
                DigestCodec.read(parametersChanged.digest()));
    }
}
