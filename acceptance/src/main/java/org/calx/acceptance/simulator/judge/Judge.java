package org.calx.acceptance.simulator.judge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32C;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.calx.acceptance.simulator.Defect;
import org.calx.acceptance.simulator.load.Request;
import org.calx.acceptance.simulator.load.Sent;
import org.calx.acceptance.simulator.log.LogEntry;
import org.calx.acceptance.simulator.log.LogMember;
import org.calx.acceptance.simulator.member.Observer;
import org.calx.acceptance.simulator.member.Recording;
import org.calx.acceptance.simulator.model.ModelVenue;
import org.calx.acceptance.simulator.tally.Count;
import org.calx.acceptance.simulator.tally.Tally;
import org.calx.api.client.CommandOutcome;
import org.calx.api.codec.CommandEnvelopeDecoder;
import org.calx.api.codec.MessageHeaderDecoder;
import org.calx.api.event.ExchangeEvent;
import org.calx.api.wire.EventDecoder;
import org.calx.cluster.ReplicatedExchange;
import org.calx.model.RejectReason;

/**
 * Sees every entry that any member carries out, in all its lives. The first member to come to an entry is compared with
 * the model; every other one, and every repetition after a restart, with the first.
 */
public final class Judge implements Observer {
    /** Entries from one comparison of states to the next. */
    private static final int CHECKPOINT_ENTRIES = 2_000;

    private final Sent sent;
    private final Tally tally;
    private final ModelVenue model = new ModelVenue();
    private final Replies replies;
    private final List<LogEntry> entries = new ArrayList<>();
    private final List<ExchangeEvent> stream = new ArrayList<>();
    private final Map<Long, Long> digests = new HashMap<>();
    private final List<ExchangeEvent> told = new ArrayList<>();
    private final CRC32C[] checksums = new CRC32C[LogMember.MEMBERS];
    private final CommandEnvelopeDecoder envelope = new CommandEnvelopeDecoder();
    private final EventDecoder decoder = new EventDecoder();
    private final UnsafeBuffer view = new UnsafeBuffer(0, 0);

    private int[] eventChecksums = new int[1 << 12];
    private int first = -1;

    /** A judge of what was sent. */
    public Judge(Sent sent, Tally tally) {
        this.sent = sent;
        this.tally = tally;
        replies = new Replies(model, tally);
        Arrays.setAll(checksums, unused -> new CRC32C());
    }

    @Override
    public void beforeEntry(int memberId, long index, LogEntry entry) {
        checksums[memberId].reset();
        if (index == entries.size() + 1) {
            entries.add(entry);
            told.clear();
            first = memberId;
            return;
        }
        LogEntry known = entries.get((int) index - 1);
        if (known.timestampNs() != entry.timestampNs() || !Arrays.equals(known.payload(), entry.payload())) {
            throw new Defect("entry " + index + " of the log was carried out and is another at member " + memberId);
        }
    }

    @Override
    public void onBatch(int memberId, DirectBuffer buffer, int length) {
        checksums[memberId].update(buffer.byteArray(), 0, length);
        if (memberId == first) {
            decoder.decode(buffer, 0, length, 0, this::onEvent);
        }
    }

    private void onEvent(long sequence, long timestampNs, boolean lastOfCommand, ExchangeEvent event) {
        if (sequence != stream.size() + 1) {
            throw new Defect("event " + sequence + " follows event " + stream.size());
        }
        boolean ends = event instanceof ExchangeEvent.CommandResult || event instanceof ExchangeEvent.TimerFired;
        if (lastOfCommand != ends) {
            throw new Defect("event " + sequence + " is marked wrongly as last of its command, or not: " + event);
        }
        stream.add(event);
        told.add(event);
        replies.onTime(timestampNs);
    }

    @Override
    public void afterEntry(int memberId, long index, ReplicatedExchange exchange) {
        int checksum = (int) checksums[memberId].getValue();
        int at = (int) index - 1;
        if (memberId == first) {
            first = -1;
            rememberChecksum(at, checksum);
            judge(index, entries.get(at));
        } else if (eventChecksums[at] != checksum) {
            throw new Defect("members disagree: member " + memberId + " makes other events of entry " + index);
        }
        if (index % CHECKPOINT_ENTRIES == 0) {
            compareState(memberId, index, exchange.stateDigest());
        }
    }

    private void rememberChecksum(int at, int checksum) {
        if (at == eventChecksums.length) {
            eventChecksums = Arrays.copyOf(eventChecksums, 2 * at);
        }
        eventChecksums[at] = checksum;
    }

    private void judge(long index, LogEntry entry) {
        if (entry.isNewLeader() || entry.isTimer()) {
            replies.judgeOwn(index, entry, told);
            return;
        }
        view.wrap(entry.payload());
        envelope.wrap(view, MessageHeaderDecoder.ENCODED_LENGTH);
        Request request = sent.find(envelope.senderId(), envelope.epoch(), envelope.sequence());
        if (request == null) {
            throw new Defect("entry " + index + " of the log is a command that nobody has sent");
        }
        tally.add(Count.COMMANDS);
        tally.add(Count.EVENTS, told.size());
        replies.judge(
                index, request, envelope.senderId(), envelope.epoch(), envelope.sequence(), entry.timestampNs(), told);
    }

    @Override
    public void onSnapshot(int memberId, long index, ReplicatedExchange exchange) {
        compareState(memberId, index, exchange.stateDigest());
    }

    /** Compares a member's state after an entry with the others'. */
    public void compareState(int memberId, long index, long digest) {
        tally.add(Count.CHECKPOINTS);
        Long known = digests.putIfAbsent(index, digest);
        if (known != null && known != digest) {
            throw new Defect("members disagree: member " + memberId + " has another state after entry " + index);
        }
        if (model.moneyMicros() != 0) {
            throw new Defect("money is not conserved: " + model.moneyMicros() + " micros too many");
        }
    }

    /** A reader of the stream was told an event: its kind is compared, and all of a reply; the end compares all bytes. */
    public void onRead(String reader, long sequence, ExchangeEvent event) {
        boolean known = sequence <= stream.size();
        ExchangeEvent made = known ? stream.get((int) sequence - 1) : null;
        boolean same = known && made.getClass() == event.getClass();
        if (!same || event instanceof ExchangeEvent.CommandResult && !made.equals(event)) {
            throw new Defect(reader + " was told " + event + " as event " + sequence + ", not " + made);
        }
    }

    /** A sender was answered. */
    public void onAnswer(int senderId, int epoch, CommandOutcome outcome) {
        tally.add(Count.ANSWERS_CHECKED);
        ExchangeEvent event = stream.get((int) outcome.eventSequence() - 1);
        boolean right = event instanceof ExchangeEvent.CommandResult result
                && result.senderId() == senderId
                && result.epoch() == epoch
                && result.sequence() == outcome.sequence()
                && result.reason() == outcome.reason()
                && result.reference() == outcome.reference();
        if (!right) {
            throw new Defect("sender " + senderId + " was answered " + outcome + ", the stream says " + event);
        }
        if (outcome.reason() == RejectReason.COMMAND_TOO_OLD) {
            throw new Defect("sender " + senderId + " cannot learn what became of command " + outcome.sequence()
                    + " of epoch " + epoch + ", for which it waits");
        }
    }

    /** Reads the first member's recording from the first event to the last; the others' are the same bytes. */
    public void compareRecordings(List<Recording> recordings) {
        Recording one = recordings.getFirst();
        long[] last = {0};
        for (int batch = 0; batch < one.batches(); batch++) {
            one.wrap(batch, view);
            decoder.decode(view, 0, view.capacity(), 0, (sequence, timestampNs, lastOfCommand, event) -> {
                if (sequence != ++last[0] || sequence > stream.size()) {
                    throw new Defect("event " + sequence + " is recorded in the place of event " + last[0]);
                }
                if (!Replies.isSame(stream.get((int) sequence - 1), event)) {
                    throw new Defect("event " + sequence + " is recorded as " + event);
                }
            });
        }
        for (Recording other : recordings) {
            if (other.lastSequence() != stream.size() || last[0] != stream.size()) {
                throw new Defect("of " + stream.size() + " events " + other.lastSequence() + " are recorded");
            }
            if (!other.hasSameBytes(one)) {
                throw new Defect("members disagree: their recordings differ");
            }
        }
    }

    /** For every lot that is bought one is sold. */
    public void checkPositions() {
        for (int instrumentId : model.facts().instrumentIds()) {
            long sum = model.facts().sumOfPositionsLots(instrumentId);
            if (sum != 0) {
                throw new Defect("positions in instrument " + instrumentId + " sum to " + sum);
            }
        }
    }

    /** Whether everybody has been told what the account must hold now: nobody is still to be counted, or forgotten. */
    public boolean isEveryoneTold() {
        return replies.isEveryoneTold();
    }

    /** The model's present state. */
    public ModelVenue model() {
        return model;
    }

    /** Entries that some member has carried out. */
    public long lastIndex() {
        return entries.size();
    }

    /** Events that some member has made. */
    public long lastSequence() {
        return stream.size();
    }
}
