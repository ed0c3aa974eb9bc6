package org.calx.acceptance.simulator.log;

import java.util.Arrays;
import java.util.List;
import org.calx.acceptance.simulator.Defect;
import org.calx.acceptance.simulator.log.LogMessage.Append;
import org.calx.acceptance.simulator.log.LogMessage.Appended;
import org.calx.acceptance.simulator.log.LogMessage.Leads;
import org.calx.acceptance.simulator.log.LogMessage.Offer;
import org.calx.acceptance.simulator.log.LogMessage.VoteAnswer;
import org.calx.acceptance.simulator.log.LogMessage.VoteRequest;
import org.calx.acceptance.simulator.tally.Count;
import org.calx.acceptance.simulator.tally.Tally;
import org.calx.acceptance.simulator.world.Chance;
import org.calx.acceptance.simulator.world.SimulatedFile;

/**
 * One member's part in a replicated log: Raft (Ongaro, Ousterhout: In search of an understandable consensus algorithm,
 * USENIX ATC 2014), without membership changes and with the log kept whole. It stands in for Aeron Cluster's.
 *
 * <p>A member whose machine has lost power may have lost what it had confirmed. It votes for nobody and leads nowhere
 * until a leader that knows of its new life has filled its log up.
 */
public final class LogMember {
    /** Members of the log. */
    public static final int MEMBERS = 3;

    private static final int HEARTBEAT_TICKS = 10;
    private static final int LEAST_PATIENCE_TICKS = 50;
    private static final int MOST_PATIENCE_TICKS = 120;
    private static final int MOST_ENTRIES = 512;

    private enum Role {
        FOLLOWER,
        CANDIDATE,
        LEADER
    }

    /** How a member reaches others. */
    public interface Links {
        /** Sends to a member. */
        void toMember(int memberId, LogMessage message);

        /** Sends to every sender of commands. */
        void toSenders(LogMessage message);

        /** The member's own clock. */
        long nowNs();
    }

    private final int id;
    private final Vote vote;
    private final LogStore store;
    private final LogRules rules;
    private final Links links;
    private final Chance chance;
    private final Tally tally;
    private final long[] next = new long[MEMBERS];
    private final long[] matched = new long[MEMBERS];
    private final int[] lives = new int[MEMBERS];

    private Role role = Role.FOLLOWER;
    private int votes;
    private long commitIndex;
    private long patienceTicks;
    private long heartbeatTicks;
    private boolean onProbation;
    private long probationIndex = Long.MAX_VALUE;

    /**
     * A member that begins with what its file holds.
     *
     * @param mayHaveLost whether the file may hold less than the member has confirmed
     */
    public LogMember(
            int id,
            Vote vote,
            SimulatedFile file,
            boolean mayHaveLost,
            LogRules rules,
            Links links,
            Chance chance,
            Tally tally) {
        this.id = id;
        this.vote = vote;
        this.rules = rules;
        this.links = links;
        this.chance = chance;
        this.tally = tally;
        store = new LogStore(file, tally);
        onProbation = mayHaveLost;
        vote.life++;
        becomeFollower();
    }

    /** Whether it believes to lead. */
    public boolean isLeader() {
        return role == Role.LEADER;
    }

    /** The term it is in. */
    public long term() {
        return vote.term;
    }

    /** Whether it waits to be filled up after a loss of power. */
    public boolean isOnProbation() {
        return onProbation;
    }

    /** Up to where entries count for ever. */
    public long commitIndex() {
        return commitIndex;
    }

    /** A snapshot stands at this index of the log, so everything up to it counts. */
    public void knowCommitted(long index) {
        commitIndex = Math.max(commitIndex, index);
    }

    /** Its last entry's index. */
    public long lastIndex() {
        return store.lastIndex();
    }

    /** An entry. */
    public LogEntry entry(long index) {
        return store.entry(index);
    }

    /** Takes a message from a member or a sender. */
    public void onMessage(int from, LogMessage message) {
        switch (message) {
            case VoteRequest request -> onVoteRequest(from, request);
            case VoteAnswer answer -> onVote(answer);
            case Append append -> onAppend(from, append);
            case Appended appended -> onAppended(from, appended);
            case Offer offer -> onOffer(offer);
            case Leads unused -> {}
        }
    }

    private void onOffer(Offer offer) {
        if (role == Role.LEADER) {
            store.append(new LogEntry(vote.term, links.nowNs(), offer.payload()));
        } else {
            tally.add(Count.LOST_SENDS);
        }
    }

    /** Lets a tick pass. */
    public void onTick() {
        if (role == Role.LEADER) {
            lead();
        } else if (--patienceTicks <= 0) {
            stand();
        }
    }

    private void stand() {
        patienceTicks = chance.between(LEAST_PATIENCE_TICKS, MOST_PATIENCE_TICKS);
        if (onProbation) {
            return;
        }
        role = Role.CANDIDATE;
        vote.term++;
        vote.votedFor = id;
        votes = 1 << id;
        VoteRequest request = new VoteRequest(vote.term, store.lastIndex(), store.term(store.lastIndex()));
        for (int other = 0; other < MEMBERS; other++) {
            if (other != id) {
                links.toMember(other, request);
            }
        }
    }

    private void onVoteRequest(int from, VoteRequest request) {
        follow(request.term());
        long lastTerm = store.term(store.lastIndex());
        boolean reaches = request.lastTerm() > lastTerm
                || request.lastTerm() == lastTerm && request.lastIndex() >= store.lastIndex();
        boolean granted = request.term() == vote.term
                && !onProbation
                && (vote.votedFor == Vote.NOBODY || vote.votedFor == from)
                && (reaches || !rules.comparesLogs());
        if (granted) {
            vote.votedFor = from;
            patienceTicks = chance.between(LEAST_PATIENCE_TICKS, MOST_PATIENCE_TICKS);
        }
        links.toMember(from, new VoteAnswer(vote.term, granted, id));
    }

    private void onVote(VoteAnswer answer) {
        follow(answer.term());
        if (role == Role.CANDIDATE && answer.granted() && answer.term() == vote.term) {
            votes |= 1 << answer.voter();
            if (Integer.bitCount(votes) >= 2) {
                becomeLeader();
            }
        }
    }

    private void becomeLeader() {
        role = Role.LEADER;
        Arrays.fill(next, store.lastIndex() + 1);
        Arrays.fill(matched, 0);
        store.append(new LogEntry(vote.term, links.nowNs(), new byte[0]));
        heartbeatTicks = 0;
    }

    private void becomeFollower() {
        role = Role.FOLLOWER;
        patienceTicks = chance.between(LEAST_PATIENCE_TICKS, MOST_PATIENCE_TICKS);
    }

    /** A higher term ends whatever this member was. */
    private void follow(long term) {
        if (term > vote.term) {
            vote.term = term;
            vote.votedFor = Vote.NOBODY;
            becomeFollower();
        }
    }

    private void lead() {
        sync();
        matched[id] = store.lastIndex();
        boolean heartbeat = --heartbeatTicks <= 0;
        for (int other = 0; other < MEMBERS; other++) {
            if (other != id && (heartbeat || next[other] <= store.lastIndex())) {
                send(other);
            }
        }
        if (heartbeat) {
            heartbeatTicks = HEARTBEAT_TICKS;
            links.toSenders(new Leads(vote.term, id));
        }
        commit();
    }

    private void send(int follower) {
        long previous = Math.min(next[follower] - 1, store.lastIndex());
        List<LogEntry> entries = store.after(previous, MOST_ENTRIES);
        links.toMember(
                follower,
                new Append(
                        vote.term,
                        previous,
                        store.term(previous),
                        entries,
                        commitIndex,
                        store.lastIndex(),
                        lives[follower]));
        next[follower] = previous + entries.size() + 1;
    }

    private void commit() {
        long[] sorted = matched.clone();
        Arrays.sort(sorted);
        long agreed = sorted[MEMBERS - rules.majority()];
        if (agreed > commitIndex && store.term(agreed) == vote.term) {
            commitIndex = agreed;
        }
    }

    private void onAppend(int from, Append append) {
        follow(append.term());
        if (append.term() < vote.term) {
            links.toMember(from, new Appended(vote.term, false, store.lastIndex(), vote.life));
            return;
        }
        becomeFollower();
        if (append.previousIndex() > store.lastIndex()) {
            links.toMember(from, new Appended(vote.term, false, store.lastIndex(), vote.life));
            return;
        }
        if (store.term(append.previousIndex()) != append.previousTerm()) {
            links.toMember(from, new Appended(vote.term, false, commitIndex, vote.life));
            return;
        }
        long last = take(append);
        commitIndex = Math.max(commitIndex, Math.min(append.commitIndex(), last));
        endProbation(append, last);
        links.toMember(from, new Appended(vote.term, true, last, vote.life));
    }

    /** Takes what is new of a leader's entries. @return the last index that agrees with the leader */
    private long take(Append append) {
        long index = append.previousIndex();
        for (LogEntry entry : append.entries()) {
            index++;
            if (index <= store.lastIndex() && store.term(index) != entry.term() && rules.cutsContradictions()) {
                if (index <= commitIndex) {
                    throw new Defect("member " + id + ": entry " + index + " of the log counts and is contradicted");
                }
                store.truncateAfter(index - 1);
                tally.add(Count.TRUNCATIONS);
            }
            if (index > store.lastIndex()) {
                store.append(entry);
            }
        }
        sync();
        return index;
    }

    private void endProbation(Append append, long last) {
        if (onProbation && append.echo() == vote.life) {
            probationIndex = Math.min(probationIndex, append.lastIndex());
            onProbation = last < probationIndex;
        }
    }

    private void onAppended(int from, Appended appended) {
        follow(appended.term());
        if (role != Role.LEADER || appended.term() < vote.term) {
            return;
        }
        lives[from] = appended.life();
        if (appended.matches()) {
            matched[from] = Math.max(matched[from], appended.index());
            next[from] = Math.max(next[from], appended.index() + 1);
        } else {
            next[from] = Math.max(1, appended.index() + 1);
        }
    }

    private void sync() {
        if (rules.syncsBeforeConfirming()) {
            store.sync();
        }
    }
}
