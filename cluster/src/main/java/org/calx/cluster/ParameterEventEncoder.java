package org.calx.cluster;

import org.calx.api.codec.ParametersChangedEncoder;
import org.calx.api.codec.ParametersStagedEncoder;
import org.calx.api.wire.CommandEncoder;
import org.calx.api.wire.DigestCodec;
import org.calx.api.wire.MarginTermsCodec;
import org.calx.api.wire.WireCodes;
import org.calx.model.Digest;
import org.calx.model.ParameterPart;
import org.calx.model.ParameterStatus;

/** Events about staged sets of margin parameters as bytes. */
abstract class ParameterEventEncoder extends ReferenceEventEncoder {
    /** As long as the longest command, which carries the same terms. */
    static final int MAX_TERMS_LENGTH = CommandEncoder.MAX_LENGTH;

    final MarginTermsCodec terms = new MarginTermsCodec();

    private final ParametersStagedEncoder parametersStaged = new ParametersStagedEncoder();
    private final ParametersChangedEncoder parametersChanged = new ParametersChangedEncoder();

    ParameterEventEncoder(EventSink sink, int maxBatchBytes) {
        super(sink, maxBatchBytes);
    }

    @Override
    public void parametersStaged(ParameterPart part) {
        envelope(parametersStaged
                .wrapAndApplyHeader(reserve(MAX_TERMS_LENGTH), position(), header)
                .envelope());
        parametersStaged
                .version(part.version())
                .marketId(part.marketId())
                .effectiveDay(part.effectiveDay())
                .putTerms(terms.written(), 0, terms.write(MarginTermsCodec.Terms.of(part)));
        end(parametersStaged.limit());
    }

    @Override
    public void parametersChanged(long version, ParameterStatus status, int marketId, int effectiveDay, Digest digest) {
        envelope(parametersChanged
                .wrapAndApplyHeader(reserve(ParametersChangedEncoder.BLOCK_LENGTH), position(), header)
                .envelope());
        DigestCodec.write(
                parametersChanged
                        .version(version)
                        .status(WireCodes.of(status))
                        .marketId(marketId)
                        .effectiveDay(effectiveDay)
                        .digest(),
                digest);
        end(parametersChanged.limit());
    }
}
