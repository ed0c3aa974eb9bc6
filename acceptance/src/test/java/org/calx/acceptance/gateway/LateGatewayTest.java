package org.calx.acceptance.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A gateway that did not see the beginning knows the present as one that did; histories it has from then on. */
class LateGatewayTest {
    private static final String[] QUESTIONS = {
        "public/get_currencies|{}",
        "public/get_order_book|{\"instrument_name\":\"H100-31DEC26\"}",
        "private/get_open_orders|{}",
        "private/get_positions|{}",
        "private/get_account_summaries|{}",
    };

    @Test
    void aGatewayThatBeginsInTheMiddleTellsTheSameState() {
        try (GatewayVenue venue = new GatewayVenue();
                TestClient first = new TestClient(venue).signIn(GatewayVenue.KEY, GatewayVenue.SECRET)) {
            first.result("private/buy", "{\"instrument_name\":\"H100-31DEC26\",\"amount\":12,\"price\":2.51}");
            first.result("private/sell", "{\"instrument_name\":\"H100-31DEC26\",\"amount\":3,\"price\":2.58}");
            try (GatewayVenue.Late late = venue.lateGateway();
                    TestClient second = new TestClient(late.url()).signIn(GatewayVenue.KEY, GatewayVenue.SECRET)) {
                for (String question : QUESTIONS) {
                    String[] parts = question.split("\\|");
                    assertThat(Comparison.state(second.result(parts[0], parts[1])))
                            .as(parts[0])
                            .isEqualTo(Comparison.state(first.result(parts[0], parts[1])));
                }
            }
        }
    }
}
