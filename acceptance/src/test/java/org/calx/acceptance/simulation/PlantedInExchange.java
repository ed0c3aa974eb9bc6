package org.calx.acceptance.simulation;

import org.agrona.concurrent.UnsafeBuffer;
import org.calx.acceptance.simulator.log.LogEntry;
import org.calx.acceptance.simulator.member.Assembly;
import org.calx.api.codec.ActivateParametersDecoder;
import org.calx.api.codec.CancelOrderDecoder;
import org.calx.api.codec.CommandEnvelopeDecoder;
import org.calx.api.codec.CommandEnvelopeEncoder;
import org.calx.api.codec.CommandResultEncoder;
import org.calx.api.codec.DepositDecoder;
import org.calx.api.codec.DepositEncoder;
import org.calx.api.codec.EventEnvelopeEncoder;
import org.calx.api.codec.MessageHeaderDecoder;
import org.calx.api.codec.PositionChangedDecoder;
import org.calx.api.codec.PositionChangedEncoder;
import org.calx.api.codec.TradeDecoder;
import org.calx.api.codec.TradeEncoder;
import org.calx.cluster.EventSink;

/** Defects of the exchange: what it does with the log, and what it tells. */
final class PlantedInExchange {
    private static final int LATE = 700;

    private PlantedInExchange() {}

    /** One member passes over an entry of the journal. */
    static final class SkipsAnEntry extends Assembly {
        private int messages;

        @Override
        public Messages messages(int memberId, Messages real) {
            return entry -> {
                if (memberId != 1 || ++messages != LATE) {
                    real.onMessage(entry);
                }
            };
        }
    }

    /** One member carries out an entry twice. */
    static final class CarriesOutTwice extends Assembly {
        private int messages;

        @Override
        public Messages messages(int memberId, Messages real) {
            return entry -> {
                real.onMessage(entry);
                if (memberId == 2 && ++messages == LATE) {
                    real.onMessage(entry);
                }
            };
        }
    }

    /** All members pass over the cancellations with which a new leader begins. */
    static final class LosesCancelsOfANewLeader extends Assembly {
        @Override
        public Messages messages(int memberId, Messages real) {
            long[] term = {0, 0};
            return entry -> {
                if (entry.term() != term[0]) {
                    term[1] = term[0] == 0 ? 0 : 20;
                    term[0] = entry.term();
                }
                if (--term[1] < 0 || template(entry) != CancelOrderDecoder.TEMPLATE_ID) {
                    real.onMessage(entry);
                }
            };
        }
    }

    /** With a new leader all members forget which commands they have carried out. */
    static final class ForgetsTheWindowAtFailover extends Assembly {
        private static final int EPOCHS_APART = 1_000;

        @Override
        public Messages messages(int memberId, Messages real) {
            return entry -> {
                byte[] payload = entry.payload().clone();
                UnsafeBuffer view = new UnsafeBuffer(payload);
                int epoch =
                        new CommandEnvelopeDecoder().wrap(view, BatchEdit.BODY).epoch();
                int life = epoch + EPOCHS_APART * (int) entry.term();
                new CommandEnvelopeEncoder().wrap(view, BatchEdit.BODY).epoch(life);
                real.onMessage(new LogEntry(entry.term(), entry.timestampNs(), payload));
            };
        }

        @Override
        public EventSink events(int memberId, EventSink real) {
            return BatchEdit.before(real, (templateId, buffer, at) -> {
                if (templateId == CommandResultEncoder.TEMPLATE_ID) {
                    CommandResultEncoder result = new CommandResultEncoder().wrap(buffer, at + BatchEdit.BODY);
                    int epochAt = at + BatchEdit.BODY + CommandResultEncoder.epochEncodingOffset();
                    result.epoch(buffer.getInt(epochAt, CommandResultEncoder.BYTE_ORDER) % EPOCHS_APART);
                }
            });
        }
    }

    /** A change of the leader does not let periods begin anew: who could not be heard in between is cut off. */
    static final class CutsClientsOffAtFailover extends Assembly {
        @Override
        public void newLeader(int memberId, Runnable real) {
            // Passed over: that is the defect.
        }
    }

    /** One member counts a slice more of the accounts that are behind than the others. */
    static final class CountsASliceMore extends Assembly {
        @Override
        public void timer(int memberId, Runnable real) {
            real.run();
            if (memberId == 1) {
                real.run();
            }
        }
    }

    /** All members take one operator's order of an activation for the other one's too. */
    static final class LetsOnePersonActivate extends Assembly {
        @Override
        public Messages messages(int memberId, Messages real) {
            return entry -> {
                real.onMessage(entry);
                if (template(entry) == ActivateParametersDecoder.TEMPLATE_ID) {
                    byte[] payload = entry.payload().clone();
                    UnsafeBuffer view = new UnsafeBuffer(payload);
                    int sender = new CommandEnvelopeDecoder()
                            .wrap(view, BatchEdit.BODY)
                            .senderId();
                    new CommandEnvelopeEncoder().wrap(view, BatchEdit.BODY).senderId(sender == 1 ? 5 : 1);
                    real.onMessage(new LogEntry(entry.term(), entry.timestampNs(), payload));
                }
            };
        }
    }

    /** The log's time goes back when a new leader's clock is behind. */
    static final class LetsTheClockGoBack extends Assembly {
        private final long[] nowNs = new long[3];

        @Override
        public Messages messages(int memberId, Messages real) {
            return entry -> {
                nowNs[memberId] = entry.timestampNs();
                real.onMessage(entry);
            };
        }

        @Override
        public EventSink events(int memberId, EventSink real) {
            return BatchEdit.before(real, (templateId, buffer, at) -> new EventEnvelopeEncoder()
                    .wrap(buffer, at + BatchEdit.BODY)
                    .timestampNs(nowNs[memberId]));
        }
    }

    /** Fees have the wrong sign. */
    static final class PaysFeesOut extends Assembly {
        @Override
        public EventSink events(int memberId, EventSink real) {
            TradeDecoder told = new TradeDecoder();
            return BatchEdit.before(real, (templateId, buffer, at) -> {
                if (templateId == TradeEncoder.TEMPLATE_ID) {
                    int body = at + BatchEdit.BODY;
                    told.wrap(buffer, body, TradeDecoder.BLOCK_LENGTH, TradeDecoder.SCHEMA_VERSION);
                    new TradeEncoder().wrap(buffer, body).aggressorFeeMicros(-told.aggressorFeeMicros());
                }
            });
        }
    }

    /** One member gives a position a lot too many. */
    static final class MiscountsAPosition extends Assembly {
        private int positions;

        @Override
        public EventSink events(int memberId, EventSink real) {
            PositionChangedDecoder told = new PositionChangedDecoder();
            return BatchEdit.before(real, (templateId, buffer, at) -> {
                if (templateId == PositionChangedEncoder.TEMPLATE_ID && memberId == 0 && ++positions == LATE) {
                    int body = at + BatchEdit.BODY;
                    told.wrap(buffer, body, PositionChangedDecoder.BLOCK_LENGTH, PositionChangedDecoder.SCHEMA_VERSION);
                    new PositionChangedEncoder().wrap(buffer, body).positionLots(told.positionLots() + 1);
                }
            });
        }
    }

    /** A deposit is booked with a micro too many, by all members alike. */
    static final class MakesMoney extends Assembly {
        @Override
        public Messages messages(int memberId, Messages real) {
            DepositDecoder deposit = new DepositDecoder();
            return entry -> {
                byte[] payload = entry.payload().clone();
                if (template(entry) == DepositDecoder.TEMPLATE_ID) {
                    UnsafeBuffer view = new UnsafeBuffer(payload);
                    deposit.wrap(view, BatchEdit.BODY, DepositDecoder.BLOCK_LENGTH, DepositDecoder.SCHEMA_VERSION);
                    new DepositEncoder().wrap(view, BatchEdit.BODY).amountMicros(deposit.amountMicros() + 1);
                }
                real.onMessage(new LogEntry(entry.term(), entry.timestampNs(), payload));
            };
        }
    }

    private static int template(LogEntry entry) {
        return new MessageHeaderDecoder()
                .wrap(new UnsafeBuffer(entry.payload()), 0)
                .templateId();
    }
}
