package org.calx.cluster;

import org.calx.api.codec.CancelOnDisconnectSetEncoder;
import org.calx.api.codec.CountdownSetEncoder;
import org.calx.api.codec.SessionChangedEncoder;
import org.calx.api.codec.TimerFiredEncoder;
import org.calx.api.wire.WireCodes;
import org.calx.core.engine.LivenessEvents;
import org.calx.model.SessionState;

/** Writes events about whether clients are there. */
abstract class LivenessEventEncoder extends EventBatch implements LivenessEvents {
    private final SessionChangedEncoder sessionChanged = new SessionChangedEncoder();
    private final CountdownSetEncoder countdownSet = new CountdownSetEncoder();
    private final CancelOnDisconnectSetEncoder cancelOnDisconnectSet = new CancelOnDisconnectSetEncoder();
    private final TimerFiredEncoder timerFired = new TimerFiredEncoder();

    LivenessEventEncoder(EventSink sink, int maxBatchBytes) {
        super(sink, maxBatchBytes);
    }

    @Override
    public void sessionChanged(
            long sessionId, int accountId, int senderId, long number, SessionState state, long deadlineNs) {
        envelope(sessionChanged
                .wrapAndApplyHeader(reserve(SessionChangedEncoder.BLOCK_LENGTH), position(), header)
                .envelope());
        sessionChanged
                .sessionId(sessionId)
                .accountId(accountId)
                .senderId(senderId)
                .sessionNumber(number)
                .state(WireCodes.of(state))
                .deadlineNs(deadlineNs);
        end(sessionChanged.limit());
    }

    @Override
    public void countdownSet(int accountId, long durationNs, long deadlineNs) {
        envelope(countdownSet
                .wrapAndApplyHeader(reserve(CountdownSetEncoder.BLOCK_LENGTH), position(), header)
                .envelope());
        countdownSet.accountId(accountId).durationNs(durationNs).deadlineNs(deadlineNs);
        end(countdownSet.limit());
    }

    @Override
    public void cancelOnDisconnectSet(int accountId, boolean enabled, long graceNs) {
        envelope(cancelOnDisconnectSet
                .wrapAndApplyHeader(reserve(CancelOnDisconnectSetEncoder.BLOCK_LENGTH), position(), header)
                .envelope());
        cancelOnDisconnectSet
                .accountId(accountId)
                .enabled(WireCodes.of(enabled))
                .graceNs(graceNs);
        end(cancelOnDisconnectSet.limit());
    }

    @Override
    public void timerFired(int steps) {
        envelope(
                timerFired
                        .wrapAndApplyHeader(reserve(TimerFiredEncoder.BLOCK_LENGTH), position(), header)
                        .envelope(),
                LAST_OF_COMMAND);
        timerFired.steps(steps);
        end(timerFired.limit());
        flush();
    }
}
