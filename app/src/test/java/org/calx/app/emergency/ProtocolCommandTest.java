package org.calx.app.emergency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.calx.app.UserError;
import org.calx.app.config.HostPort;
import org.calx.app.ops.OpsServer;
import org.junit.jupiter.api.Test;

class ProtocolCommandTest {
    private static final HostPort ANY_PORT = new HostPort("localhost", 0);

    @Test
    void theOldestMemberDecidesAndOneThatDoesNotTellStopsIt() {
        try (OpsServer young = member(Map.of("newestProtocolVersion", 3));
                OpsServer old = member(Map.of("newestProtocolVersion", 2));
                OpsServer oldest = member(Map.of("kind", "node"))) {
            assertThat(ProtocolCommand.knownByAll(List.of(door(young), door(old))))
                    .isEqualTo(2);
            assertThat(ProtocolCommand.knownByAll(List.of(door(young), door(oldest))))
                    .isEqualTo(1);
            HostPort nobody = new HostPort("localhost", 1);
            assertThatThrownBy(() -> ProtocolCommand.knownByAll(List.of(door(young), nobody)))
                    .isInstanceOf(UserError.class)
                    .hasMessageContaining("localhost:1 does not tell");
        }
    }

    private static OpsServer member(Map<String, Object> status) {
        return OpsServer.start(ANY_PORT, () -> true, () -> status);
    }

    private static HostPort door(OpsServer server) {
        return new HostPort("localhost", server.port());
    }
}
