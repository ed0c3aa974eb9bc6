package org.calx.app.chaos;

/** What is done to a process of the cluster; a member is a follower unless it says leader. */
public enum Fault {
    /** The leader is killed without a chance to do anything, and started again. */
    KILL_LEADER,

    /** The same for another member. */
    KILL_FOLLOWER,

    /** The same for a gateway. */
    KILL_GATEWAY,

    /** The leader stands still for longer than the others wait for it, and goes on. */
    PAUSE_LEADER,

    /** The same for another member. */
    PAUSE_FOLLOWER,

    /** The same for a gateway. */
    PAUSE_GATEWAY,

    /** A member is killed, its data folder removed, and it is started again with an empty one. */
    LOSE_DISK,

    /** A member is started on a disk that becomes full, killed, and started on its own disk again. */
    FULL_DISK;

    /** Whether this machine permits it. */
    public boolean isPossible() {
        return this != FULL_DISK || SmallDisk.isPossible();
    }
}
