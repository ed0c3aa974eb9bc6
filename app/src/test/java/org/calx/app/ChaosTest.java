package org.calx.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.calx.app.chaos.ChaosRun;
import org.calx.app.chaos.ChaosTrader;
import org.calx.app.chaos.Fault;
import org.calx.app.chaos.TraderApi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

@Timeout(2_400)
class ChaosTest {
    private static final String HONEST = "c" + DemoGuests.FIRST_ACCOUNT + "-";

    @TempDir
    Path folder;

    /** The other traders are the positive control: what they believe to have is lost, and the judge must see it. */
    @Test
    void whatIsAcknowledgedSurvivesALeaderAndAGatewayAndWhatIsOnlyBelievedIsFoundOut() {
        ChaosRun.Outcome outcome = ChaosCommand.run(
                folder.resolve("cluster"),
                1,
                Duration.ofMinutes(30),
                List.of(Fault.KILL_GATEWAY),
                1,
                (api, accountId, seed) -> accountId == DemoGuests.FIRST_ACCOUNT
                        ? new ChaosTrader(api, accountId, seed)
                        : new HastyTrader(api, accountId, seed));
        assertThat(outcome.faults()).isEqualTo(Map.of(Fault.KILL_LEADER, 1, Fault.KILL_GATEWAY, 1));
        assertThat(outcome.orders()).isPositive();
        assertThat(outcome.findings())
                .isNotEmpty()
                .allMatch(finding -> finding.contains("was acknowledged as order 1;"));
        assertThat(outcome.findings()).noneMatch(finding -> finding.startsWith(HONEST));
    }

    /** Takes a missing answer for a good one, and loses its first order on the way, so that at least one is missing. */
    private static final class HastyTrader extends ChaosTrader {
        private boolean hasLost;

        HastyTrader(TraderApi api, int accountId, long seed) {
            super(api, accountId, seed);
        }

        @Override
        protected TraderApi.Answer send(String method, Map<String, String> order) {
            if (hasLost) {
                return super.send(method, order);
            }
            hasLost = true;
            return new TraderApi.Answer(null, 0);
        }

        @Override
        protected TraderApi.Answer settle(String method, Map<String, String> order) {
            return new TraderApi.Answer(
                    JsonMapper.builder().build().createObjectNode().put("order_id", "1"), 0);
        }
    }
}
