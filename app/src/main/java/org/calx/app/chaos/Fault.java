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
    FULL_DISK,

    /** The leader is cut off from everybody for longer than the others wait for it, and joined again. */
    PARTITION_LEADER,

    /** The same for another member. */
    PARTITION_FOLLOWER;

    /** Whether this machine permits it. */
    public boolean isPossible() {
        return switch (this) {
            case FULL_DISK -> SmallDisk.isPossible();
            case PARTITION_LEADER, PARTITION_FOLLOWER -> Namespaces.isPossible();
            default -> true;
        };
    }

    /** Whether it cuts members off, which needs a network of their own. */
    public boolean isPartition() {
        return this == PARTITION_LEADER || this == PARTITION_FOLLOWER;
    }
}
