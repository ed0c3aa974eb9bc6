package org.calx.acceptance.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.calx.gateway.session.GatewayLimits;
import org.junit.jupiter.api.Test;

/** A client that does not read is cut off; the others notice nothing. */
class SlowConsumerTest {
    private static final int MOST_REQUESTS = 2_000_000;

    @Test
    void aClientThatDoesNotReadIsDisconnected() throws Exception {
        GatewayLimits.Rate fast = new GatewayLimits.Rate(10_000_000, 1_000_000);
        GatewayLimits limits = GatewayLimits.defaults().withQueue(64, 1_000_000).withRates(fast, fast, fast);
        try (GatewayVenue venue = new GatewayVenue(config -> config.withLimits(limits));
                TestClient reader = new TestClient(venue);
                RawClient stalled = new RawClient(venue)) {
            reader.result("public/test", "{}");
            assertThat(venue.gateway.openConnections()).isEqualTo(2);
            assertThat(askUntilCut(stalled)).as("requests before the cut").isLessThan(MOST_REQUESTS);
            while (venue.gateway.openConnections() == 2) {
                reader.result("public/test", "{}");
            }
            assertThat(reader.result("public/get_instruments", "{}")).hasSize(2);
        }
    }

    /** Asks without reading. @return how many requests could be sent before the connection was gone */
    private static int askUntilCut(RawClient client) {
        for (int sent = 0; sent < MOST_REQUESTS; sent++) {
            try {
                client.send("public/get_instruments", "{}");
            } catch (IOException e) {
                return sent;
            }
        }
        return MOST_REQUESTS;
    }
}
