package org.calx.acceptance.simulation;

import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.Set;
import org.agrona.DirectBuffer;
import org.calx.acceptance.simulator.log.LogRules;
import org.calx.acceptance.simulator.member.Assembly;
import org.calx.api.client.CommandLog;
import org.calx.api.client.EventCursor;
import org.calx.api.codec.CancelOrderDecoder;
import org.calx.api.codec.MessageHeaderDecoder;

/** Defects of senders, readers and the replicated log. */
final class PlantedInTransport {
    private PlantedInTransport() {}

    /** A sender forgets its cancellations when the leader changes. */
    static final class ForgetsCancelsAtFailover extends Assembly {
        private boolean failedOver;

        @Override
        public void onLeader(long term) {
            failedOver = term > 1;
        }

        @Override
        public CommandLog commandLog(int senderId, CommandLog real) {
            MessageHeaderDecoder header = new MessageHeaderDecoder();
            return offering(
                    real,
                    (buffer, offset, length) ->
                            !failedOver || header.wrap(buffer, offset).templateId() != CancelOrderDecoder.TEMPLATE_ID);
        }
    }

    /** A sender never sends a command again. */
    static final class NeverSendsAgain extends Assembly {
        @Override
        public CommandLog commandLog(int senderId, CommandLog real) {
            Set<ByteBuffer> sent = new HashSet<>();
            return offering(real, (buffer, offset, length) -> {
                byte[] payload = new byte[length];
                buffer.getBytes(offset, payload);
                return sent.add(ByteBuffer.wrap(payload));
            });
        }
    }

    /** A reader goes on one event too late. */
    static final class ReadsOnOneTooLate extends Assembly {
        @Override
        public EventCursor cursor(long afterSequence) {
            return new EventCursor(afterSequence == 0 ? 0 : afterSequence + 1);
        }
    }

    /** The log takes as synced what is not. */
    static final class ConfirmsBeforeSyncing extends Assembly {
        @Override
        public LogRules logRules() {
            return new LogRules() {
                @Override
                public boolean syncsBeforeConfirming() {
                    return false;
                }
            };
        }
    }

    /** A leader counts what it alone has. */
    static final class CountsItselfAlone extends Assembly {
        @Override
        public LogRules logRules() {
            return new LogRules() {
                @Override
                public int majority() {
                    return 1;
                }
            };
        }
    }

    /** A follower keeps what contradicts the leader. */
    static final class KeepsContradictions extends Assembly {
        @Override
        public LogRules logRules() {
            return new LogRules() {
                @Override
                public boolean cutsContradictions() {
                    return false;
                }
            };
        }
    }

    /** Anyone may lead, whatever its log lacks. */
    static final class ElectsAnyone extends Assembly {
        @Override
        public LogRules logRules() {
            return new LogRules() {
                @Override
                public boolean comparesLogs() {
                    return false;
                }
            };
        }
    }

    /** Whether a command is really sent. */
    private interface Filter {
        boolean passes(DirectBuffer buffer, int offset, int length);
    }

    private static CommandLog offering(CommandLog real, Filter filter) {
        return new CommandLog() {
            @Override
            public boolean offer(DirectBuffer buffer, int offset, int length) {
                return !filter.passes(buffer, offset, length) || real.offer(buffer, offset, length);
            }

            @Override
            public int poll() {
                return real.poll();
            }
        };
    }
}
