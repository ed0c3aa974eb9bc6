package org.calx.core.engine;

import org.calx.core.clearing.Backlog;
import org.calx.core.liveness.Periods;
import org.calx.core.snapshot.SnapshotReader;
import org.calx.core.snapshot.SnapshotWriter;
import org.calx.core.snapshot.StateDigest;
import org.calx.model.OperatorCommand;
import org.calx.model.ParameterSet;
import org.calx.model.Privilege;
import org.calx.model.ProtocolVersion;
import org.calx.model.RejectReason;
import org.calx.model.SessionEnd;
import org.calx.model.VenueLimits;

/**
 * The one door into the exchange: every command is a method, those of operators one, and nothing else changes state.
 *
 * <p>A command goes through the envelope (log time, sender, seen before?), is refused with one {@link RejectReason} or
 * done whole, and ends with {@link ExchangeEvents#commandResult}. A refused command changes nothing but the memory of
 * having been refused. Arguments come from the log, so that the same log gives the same events and the same
 * {@link #stateDigest} everywhere.
 *
 * <p>One thread calls it. A broken invariant throws, and an exchange that has thrown must not be used again.
 */
public final class Exchange {
    private final ExchangeEvents events;
    private final CommandEnvelope envelope;
    private final int step;

    // From the opening of the venue on.
    private Venue venue;
    private Approvals approvals;
    private OperatorDesk desk;
    private LivenessDesk liveness;
    private OrderDesk orders;
    private Matching matching;
    private OrderRemoval removal;
    private Amendments amendments;
    private StateImage image;
    private Invariants invariants;

    /** An exchange whose venue has not been opened. */
    public Exchange(ExchangeEvents events) {
        this(events, Backlog.STEP);
    }

    /** One that counts so many positions and orders anew in one command. */
    public Exchange(ExchangeEvents events, int step) {
        this.events = events;
        this.step = step;
        envelope = new CommandEnvelope(events);
    }

    // Orders

    /** Enters an order: checked, reserved, accepted, matched; each fill cleared at once; the rest rests or ends. */
    public void submitOrder(CommandHeader header, OrderEntry order) {
        if (!envelope.beginOrders(header, order.accountId)) {
            return;
        }
        RejectReason reason = orders.enter(header, order, envelope.nowNs());
        if (orders.isRepeated()) {
            envelope.finishRepeated(orders.orderId());
            return;
        }
        finish(reason, orders.orderId());
    }

    /** Changes price and whole quantity (fills included); keeps priority when only the quantity goes down. */
    public void amendOrder(CommandHeader header, int accountId, long orderId, long priceTicks, long quantityLots) {
        if (envelope.beginOrders(header, accountId)) {
            finish(amendments.amend(accountId, orderId, priceTicks, quantityLots, envelope.nowNs()), orderId);
        }
    }

    /** Cancels a working order. */
    public void cancelOrder(CommandHeader header, int accountId, long orderId) {
        if (envelope.beginCancel(header, accountId)) {
            finish(removal.cancel(accountId, orderId), orderId);
        }
    }

    /** Cancels an account's working orders in one instrument, or in all for instrument 0, oldest first. */
    public void massCancel(CommandHeader header, int accountId, int instrumentId) {
        if (envelope.beginCancel(header, accountId)) {
            finish(removal.massCancel(accountId, instrumentId));
        }
    }

    // Whether clients are there

    /**
     * Begins a session: orders entered in it are cancelled when its client is gone.
     *
     * @param number from 1 to 2^48 − 1, the sender's own and never used by it before
     * @param graceNs how long they outlive a connection that broke, at most {@link Periods#MAX_GRACE_NS}
     */
    public void openSession(CommandHeader header, int accountId, long number, long graceNs) {
        if (envelope.beginOrders(header, accountId)) {
            finish(liveness.open(header, accountId, number, graceNs, envelope.nowNs()), liveness.sessionId());
        }
    }

    /** Goes on with a session, of this sender or of another, under a new number; its orders go with it. */
    public void resumeSession(CommandHeader header, int accountId, long number, long sessionId) {
        if (envelope.beginOrders(header, accountId)) {
            finish(liveness.resume(header, accountId, number, sessionId, envelope.nowNs()), liveness.sessionId());
        }
    }

    /** Reports that a session of this sender is over, and how. */
    public void endSession(CommandHeader header, long number, SessionEnd how) {
        if (envelope.begin(header)) {
            finish(liveness.end(header, number, how, envelope.nowNs()));
        }
    }

    /** Says that the sender is there, and with it the clients of all its sessions. */
    public void heartbeat(CommandHeader header) {
        if (envelope.begin(header)) {
            liveness.heard(header, envelope.nowNs());
            finish(RejectReason.NONE);
        }
    }

    /**
     * Sets an account's countdown: unless it is set again before it has run down, all of the account's orders are cancelled.
     *
     * @param durationNs from {@link Periods#MIN_COUNTDOWN_NS} to {@link Periods#MAX_COUNTDOWN_NS}, or 0 for none
     */
    public void cancelAllAfter(CommandHeader header, int accountId, long durationNs) {
        if (envelope.beginOrders(header, accountId)) {
            finish(liveness.setCountdown(accountId, durationNs, envelope.nowNs()));
        }
    }

    /** Says whether, and with which grace, connections that sign in for an account begin a session by themselves. */
    public void setCancelOnDisconnect(CommandHeader header, int accountId, boolean enabled, long graceNs) {
        if (envelope.beginOrders(header, accountId)) {
            finish(liveness.setDefault(accountId, enabled, graceNs));
        }
    }

    // The log's own

    /** Log time at which {@link #onTimer} is wanted next, {@link Long#MAX_VALUE} for never. */
    public long nextTimerNs() {
        if (venue == null) {
            return Long.MAX_VALUE;
        }
        boolean now = venue.clearing.backlog().isAny();
        return now ? envelope.nowNs() : Math.max(envelope.nowNs(), venue.liveness.nextNs());
    }

    /** The log's timer: carries out a bounded part of what is due. Changes and says nothing if nothing is. */
    public void onTimer(long timestampNs) {
        if (timestampNs < nextTimerNs()) {
            return;
        }
        int steps = liveness.step(envelope.beginStep(timestampNs))
                + venue.clearing.backlog().step();
        if (steps > 0) {
            venue.clearing.endCommand();
            invariants.checkTouched();
            events.timerFired(steps);
        }
    }

    /** The log has a new leader: whoever could not be heard in between has as long again. Says nothing. */
    public void onNewLeader(long timestampNs) {
        if (venue != null) {
            venue.liveness.restartPeriods(Math.max(envelope.nowNs(), timestampNs));
        }
    }

    // The opening

    /** Opens the venue: the first command of a log. Its sender is the first operator. */
    public void openVenue(CommandHeader header, VenueLimits limits) {
        if (envelope.isOpen()) {
            if (envelope.beginPrivileged(header, Privilege.OPEN_VENUE)) {
                finish(RejectReason.VENUE_ALREADY_OPEN);
            }
            return;
        }
        envelope.beginOpening(header);
        RejectReason reason = Venue.check(limits);
        if (reason != RejectReason.NONE) {
            envelope.refuseOpening(reason);
            return;
        }
        open(limits);
        envelope.open(venue.senders);
        events.venueOpened(header.senderId, limits);
        finish(RejectReason.NONE);
    }

    private void open(VenueLimits limits) {
        venue = new Venue(limits, events, step);
        OrderChecks checks = new OrderChecks(venue);
        Refusals refusals = new Refusals(venue);
        invariants = new Invariants(venue);
        removal = new OrderRemoval(venue, invariants);
        approvals = new Approvals(venue);
        desk = new OperatorDesk(venue, removal);
        liveness = new LivenessDesk(venue, removal);
        matching = new Matching(venue, checks, removal, invariants);
        orders = new OrderDesk(venue, checks, refusals, liveness, matching);
        image = new StateImage(venue, new ImageRows(venue));
        amendments = new Amendments(venue, checks, refusals, matching, image, invariants);
    }

    // Those who run the venue

    /**
     * Carries out what an operator orders; what needs two people waits until another operator orders the same, and the
     * result's reference is then minus the number of the proposal.
     */
    public void operate(CommandHeader header, OperatorCommand command) {
        if (!envelope.beginPrivileged(header, command.privilege())) {
            return;
        }
        RejectReason reason = approvals.admit(envelope.sender(), command, envelope.nowNs());
        if (reason == RejectReason.NONE && approvals.waitingId() == 0) {
            reason = desk.carryOut(command, envelope.nowNs());
        }
        finish(reason, -approvals.waitingId());
    }

    /** Sets an instrument's mark, in micros per unit. */
    public void setMark(CommandHeader header, int instrumentId, long markMicros) {
        if (envelope.beginPrivileged(header, Privilege.SET_MARK)) {
            finish(venue.clearing.setMark(instrumentId, markMicros, envelope.nowNs()));
        }
    }

    /** Sets an instrument's risk array: the loss of one long lot in each of 16 scenarios, in micros. */
    public void setRiskArray(CommandHeader header, int instrumentId, long version, long[] lossMicrosPerLot) {
        if (envelope.beginPrivileged(header, Privilege.SET_RISK_ARRAY)) {
            finish(venue.clearing.setRiskArray(instrumentId, version, lossMicrosPerLot));
        }
    }

    /** Has recorded events kept for the sender: those after a number, for so long in log time, 0 for not any more. */
    public void retainEvents(CommandHeader header, long afterSequence, long durationNs) {
        if (envelope.beginService(header)) {
            finish(venue.retainedEvents.retain(header.senderId, afterSequence, durationNs, envelope.nowNs()));
        }
    }

    // Questions

    /** Asks what became of another command of the same sender. Takes no place in the window of commands. */
    public void queryOutcome(CommandHeader header, int epoch, long sequence) {
        envelope.answerQuery(header, epoch, sequence);
    }

    /** Asks for a state image in the event stream; participants may not. */
    public void requestImage(CommandHeader header) {
        if (envelope.beginService(header)) {
            image.request();
            finish(RejectReason.NONE);
        }
    }

    /** Refuses a command that the venue's protocol version does not have; what it asks for need not be known. */
    public void refuseLater(CommandHeader header) {
        if (envelope.begin(header)) {
            finish(RejectReason.LATER_PROTOCOL_VERSION);
        }
    }

    // The end of a command

    private void finish(RejectReason reason) {
        finish(reason, 0);
    }

    /** Ends a command that was carried out or refused; a slice of a running image goes before its result. */
    private void finish(RejectReason reason, long reference) {
        venue.clearing.endCommand();
        image.advance();
        invariants.checkTouched();
        envelope.finish(reason, reason == RejectReason.NONE ? reference : 0);
    }

    // Invariants, snapshot, digest

    /**
     * Tells the whole state at once as the rows of a state image, outside any command: for tools, on an exchange that
     * carries out nothing more.
     */
    public void tellState() {
        if (venue != null) {
            events.begin(envelope.nowNs());
            image.tellWhole();
        }
    }

    /**
     * Tells what every account has and must hold, before and after a set of margin parameters is put in force as if two operators
     * had ordered it for today, outside any command: for tools, on an exchange that carries out nothing more.
     *
     * @return why it cannot hold, or {@link RejectReason#NONE}
     */
    public RejectReason preview(ParameterSet set, MarginVisitor before, MarginVisitor after) {
        return venue == null
                ? RejectReason.VENUE_NOT_OPEN
                : new ParameterPreview(venue, desk.parameters()).run(set, before, after);
    }

    /**
     * Checks every invariant of the whole state from scratch. @return how many were checked
     *
     * @throws IllegalStateException if one is broken: the node must stop
     */
    public long audit() {
        return venue == null ? 0 : invariants.auditAll();
    }

    /** Invariants checked after commands since this exchange was made. */
    public long invariantsChecked() {
        return invariants == null ? 0 : invariants.checked();
    }

    /** The version of its protocol that the venue is at. */
    public ProtocolVersion protocolVersion() {
        return venue == null ? ProtocolVersion.FIRST : venue.protocol.version();
    }

    /** The least number after which a sender still needs all events, {@link Long#MAX_VALUE} if none needs any. */
    public long retainedAfter() {
        return venue == null ? Long.MAX_VALUE : venue.retainedEvents.leastAfter(envelope.nowNs());
    }

    /** Writes everything that shapes later events. */
    public void writeTo(SnapshotWriter writer) {
        writer.section("exchange");
        envelope.writeTo(writer);
        writer.writeInt(venue == null ? 0 : venue.protocol.version().number());
        if (venue != null) {
            Venue.writeLimits(writer, venue.limits);
            venue.writeTo(writer);
            writer.writeLong(matching.lastTradeId());
            image.writeTo(writer);
        }
        writer.section("end");
    }

    /** Reads a snapshot of a version that this build knows into this exchange, whose venue has not been opened. */
    public void readFrom(SnapshotReader reader) {
        if (venue != null) {
            throw new IllegalStateException("a snapshot can be read into a new exchange only");
        }
        reader.section("exchange");
        envelope.readFrom(reader);
        int version = reader.readInt();
        if (version != 0) {
            ProtocolVersion known = ProtocolVersion.of(version);
            open(Venue.readLimits(reader));
            venue.protocol.restore(known);
            venue.readFrom(reader);
            envelope.restore(venue.senders);
            matching.restore(reader.readLong());
            image.readFrom(reader);
        }
        reader.section("end");
    }

    /** Digest of the whole state: equal on every replica after the same command. */
    public long stateDigest() {
        StateDigest digest = new StateDigest();
        writeTo(digest);
        return digest.value();
    }
}
