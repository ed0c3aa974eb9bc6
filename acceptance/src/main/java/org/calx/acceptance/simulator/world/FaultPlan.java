package org.calx.acceptance.simulator.world;

/**
 * How rough a simulation's world is. Every seed draws its own plan, some faults often and others never, because a bug may
 * need the one without the other (Groce et al.: Swarm testing, ISSTA 2012).
 *
 * @param dropPerMille messages lost
 * @param doublePerMille messages that arrive twice
 * @param delayPerMille messages that are held up for long, and overtaken
 * @param partitionPerMillion chance in a tick that links are cut
 * @param killPerMillion chance in a tick that a member's process is killed
 * @param leaderKillPerMillion chance in a tick that the leader's is
 * @param powerLossPerMillion chance in a tick that a member's machine loses power
 * @param blackoutPerMillion chance in a tick that all machines lose power at once
 * @param senderKillPerMillion chance in a tick that a sender's process is killed
 * @param tornPerMille chance that the write at hand is torn when a process or machine stops
 * @param lostSyncPerMille chance that a disk that is about to lose power has been claiming to sync without doing so
 * @param bitFlipPerMille chance that a bit of a stopped member's disk turns
 * @param clockSkewMs most by which a member's clock is off, either way
 */
public record FaultPlan(
        int dropPerMille,
        int doublePerMille,
        int delayPerMille,
        int partitionPerMillion,
        int killPerMillion,
        int leaderKillPerMillion,
        int powerLossPerMillion,
        int blackoutPerMillion,
        int senderKillPerMillion,
        int tornPerMille,
        int lostSyncPerMille,
        int bitFlipPerMille,
        int clockSkewMs) {

    /** A plan at random. */
    public static FaultPlan draw(Chance chance) {
        return new FaultPlan(
                chance.of(0, 2, 10, 50),
                chance.of(2, 5, 20, 50),
                chance.of(0, 5, 20),
                chance.of(0, 1_000, 3_000),
                chance.of(0, 1_000, 2_000),
                chance.of(2_000, 4_000, 6_000),
                chance.of(0, 1_500, 3_000),
                chance.of(0, 0, 1_000),
                chance.of(0, 1_000, 2_000),
                chance.of(500, 1_000),
                chance.of(0, 500, 900),
                chance.of(0, 300, 800),
                chance.of(0, 5, 500));
    }
}
