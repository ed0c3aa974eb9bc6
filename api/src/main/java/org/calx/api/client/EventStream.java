package org.calx.api.client;

import io.aeron.archive.client.AeronArchive;

/** How the recorded event stream is named on Aeron. */
public final class EventStream {
    /** Stream id of the live events and of their recording. */
    public static final int STREAM_ID = 2_001;

    /** Stream id on which a recording is replayed. */
    public static final int REPLAY_STREAM_ID = 2_002;

    /** Channel of the live events. A reader on it that does not keep up is dropped and goes on with a replay. */
    public static final String LIVE_CHANNEL = "aeron:ipc?tether=false|rejoin=false|alias=calx-events";

    /** Channel on which a recording is replayed. */
    public static final String REPLAY_CHANNEL = "aeron:ipc";

    private EventStream() {}

    /** How the archive beside the media driver is reached. */
    public static AeronArchive.Context localArchive() {
        return new AeronArchive.Context()
                .controlRequestChannel("aeron:ipc")
                .controlRequestStreamId(AeronArchive.Configuration.localControlStreamId())
                .controlResponseChannel("aeron:ipc");
    }

    /**
     * How a member's archive is reached from elsewhere.
     *
     * @param archive {@code host:port} of the archive
     * @param responseChannel channel on which it answers, with port 0 for any free one
     */
    static AeronArchive.Context remoteArchive(String archive, String responseChannel) {
        return new AeronArchive.Context()
                .controlRequestChannel("aeron:udp?endpoint=" + archive)
                .controlResponseChannel(responseChannel);
    }
}
