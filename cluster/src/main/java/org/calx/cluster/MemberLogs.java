package org.calx.cluster;

import io.aeron.Aeron;
import io.aeron.archive.client.AeronArchive;
import io.aeron.cluster.ConsensusModule;
import java.util.concurrent.TimeUnit;
import org.calx.api.client.ArchiveEntry;

/** Where the logs of the other members of a cluster end, asked of their archives. */
final class MemberLogs implements Pruning.OtherLogs {
    private static final long PATIENCE_NS = TimeUnit.SECONDS.toNanos(5);

    private final ClusterNodeConfig config;
    private final Aeron aeron;

    MemberLogs(ClusterNodeConfig config, Aeron aeron) {
        this.config = config;
        this.aeron = aeron;
    }

    @Override
    public long leastPosition() {
        long least = Long.MAX_VALUE;
        for (int id = 0; id < config.members().size(); id++) {
            if (id != config.memberId()) {
                least = Math.min(least, position(id));
            }
        }
        return least;
    }

    private long position(int member) {
        try (AeronArchive archive = AeronArchive.connect(new AeronArchive.Context()
                .aeron(aeron)
                .messageTimeoutNs(PATIENCE_NS)
                .controlRequestChannel(
                        "aeron:udp?endpoint=" + config.members().get(member).archive())
                .controlResponseChannel("aeron:udp?endpoint=" + Members.host(config) + ":0"))) {
            long[] recordingId = {AeronArchive.NULL_POSITION};
            archive.listRecordings(0, Integer.MAX_VALUE, ArchiveEntry.to(entry -> {
                if (entry.streamId() == ConsensusModule.Configuration.logStreamId()) {
                    recordingId[0] = entry.recordingId();
                }
            }));
            return recordingId[0] == AeronArchive.NULL_POSITION ? 0 : archive.getMaxRecordedPosition(recordingId[0]);
        } catch (RuntimeException e) {
            throw new IllegalStateException(
                    "member " + member
                            + " does not tell how much of it it has; start it, or take it out of the members",
                    e);
        }
    }
}
