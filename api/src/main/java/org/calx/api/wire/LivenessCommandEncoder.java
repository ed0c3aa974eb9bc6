package org.calx.api.wire;

import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.calx.api.codec.CancelAllAfterEncoder;
import org.calx.api.codec.CommandEnvelopeEncoder;
import org.calx.api.codec.EndSessionEncoder;
import org.calx.api.codec.HeartbeatEncoder;
import org.calx.api.codec.MessageHeaderEncoder;
import org.calx.api.codec.OpenSessionEncoder;
import org.calx.api.codec.ResumeSessionEncoder;
import org.calx.api.codec.SetCancelOnDisconnectEncoder;
import org.calx.model.SessionEnd;

/** The part of {@link CommandEncoder} for commands about whether clients are there, and what all commands begin with. */
public abstract sealed class LivenessCommandEncoder permits RiskCommandEncoder {
    /** Longest command in bytes: header, the largest block and two texts. */
    public static final int MAX_LENGTH = 1_152;

    /** Where a command is written, at offset 0. */
    final MutableDirectBuffer buffer = new UnsafeBuffer(new byte[MAX_LENGTH]);

    /** What each message begins with. */
    final MessageHeaderEncoder header = new MessageHeaderEncoder();

    private final int senderId;
    private final int epoch;
    private final OpenSessionEncoder openSession = new OpenSessionEncoder();
    private final ResumeSessionEncoder resumeSession = new ResumeSessionEncoder();
    private final EndSessionEncoder endSession = new EndSessionEncoder();
    private final HeartbeatEncoder heartbeat = new HeartbeatEncoder();
    private final CancelAllAfterEncoder cancelAllAfter = new CancelAllAfterEncoder();
    private final SetCancelOnDisconnectEncoder setCancelOnDisconnect = new SetCancelOnDisconnectEncoder();

    LivenessCommandEncoder(int senderId, int epoch) {
        this.senderId = senderId;
        this.epoch = epoch;
    }

    /** Where the last command was written, at offset 0. */
    public MutableDirectBuffer buffer() {
        return buffer;
    }

    /** The command that begins a session. */
    public int openSession(long commandSequence, int accountId, long sessionNumber, long graceNs) {
        begin(openSession.wrapAndApplyHeader(buffer, 0, header).envelope(), commandSequence);
        openSession.accountId(accountId).sessionNumber(sessionNumber).graceNs(graceNs);
        return end(openSession.encodedLength());
    }

    /** The command that goes on with a session. */
    public int resumeSession(long commandSequence, int accountId, long sessionNumber, long sessionId) {
        begin(resumeSession.wrapAndApplyHeader(buffer, 0, header).envelope(), commandSequence);
        resumeSession.accountId(accountId).sessionNumber(sessionNumber).sessionId(sessionId);
        return end(resumeSession.encodedLength());
    }

    /** The command that reports the end of a session. */
    public int endSession(long commandSequence, long sessionNumber, SessionEnd how) {
        begin(endSession.wrapAndApplyHeader(buffer, 0, header).envelope(), commandSequence);
        endSession.sessionNumber(sessionNumber).how(WireCodes.of(how));
        return end(endSession.encodedLength());
    }

    /** The command that says that the sender is there. */
    public int heartbeat(long commandSequence) {
        begin(heartbeat.wrapAndApplyHeader(buffer, 0, header).envelope(), commandSequence);
        return end(heartbeat.encodedLength());
    }

    /** The command that sets an account's countdown. */
    public int cancelAllAfter(long commandSequence, int accountId, long durationNs) {
        begin(cancelAllAfter.wrapAndApplyHeader(buffer, 0, header).envelope(), commandSequence);
        cancelAllAfter.accountId(accountId).durationNs(durationNs);
        return end(cancelAllAfter.encodedLength());
    }

    /** The command that says whether connections of an account begin a session by themselves. */
    public int setCancelOnDisconnect(long commandSequence, int accountId, boolean enabled, long graceNs) {
        begin(setCancelOnDisconnect.wrapAndApplyHeader(buffer, 0, header).envelope(), commandSequence);
        setCancelOnDisconnect
                .accountId(accountId)
                .enabled(WireCodes.of(enabled))
                .graceNs(graceNs);
        return end(setCancelOnDisconnect.encodedLength());
    }

    final void begin(CommandEnvelopeEncoder envelope, long commandSequence) {
        envelope.senderId(senderId).epoch(epoch).sequence(commandSequence);
    }

    static int end(int encodedLength) {
        return MessageHeaderEncoder.ENCODED_LENGTH + encodedLength;
    }
}
