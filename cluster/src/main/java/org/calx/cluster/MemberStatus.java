package org.calx.cluster;

/**
 * How a member of the cluster does.
 *
 * @param memberId its place among the members, from 0
 * @param leads whether it leads the cluster
 * @param ready whether it takes part: no election runs, it has recovered, and its exchange is hardly behind the log
 * @param leadershipTerm number of the present term, one more with each election
 * @param commitPosition position in bytes up to which a majority has the log
 * @param behindBytes how much of that its exchange has not carried out, in bytes, a moment ago
 * @param lastEventSequence number of the last event that it has emitted since it was started, 0 before the first
 * @param snapshots snapshots that it has taken since it was started
 */
public record MemberStatus(
        int memberId,
        boolean leads,
        boolean ready,
        long leadershipTerm,
        long commitPosition,
        long behindBytes,
        long lastEventSequence,
        long snapshots) {}
