package org.calx.acceptance.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Random;
import org.calx.model.Side;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The book that a client builds from a channel is the exchange's book, without a gap. */
class BookChannelTest {
    private static final int STEPS = 120;

    @ParameterizedTest
    @ValueSource(strings = {"raw", "100ms"})
    void snapshotAndChangesMakeTheBook(String interval) {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        String channel = "book.H100-31DEC26." + interval;
        try (GatewayVenue venue = new GatewayVenue();
                TestClient early = new TestClient(venue);
                TestClient late = new TestClient(venue)) {
            WireBook first = new WireBook();
            subscribe(early, channel);
            first.apply(early.next(channel));
            Random random = new Random(seed);
            ArrayDeque<Long> orders = new ArrayDeque<>();
            WireBook second = new WireBook();
            for (int step = 0; step < STEPS; step++) {
                if (step == STEPS / 2) {
                    subscribe(late, channel);
                }
                change(venue, random, orders);
            }
            JsonNode answer = caughtUp(early, venue);
            follow(early, channel, first, answer);
            follow(late, channel, second, answer);
            first.sameAs(answer);
            second.sameAs(answer);
        }
    }

    private static void subscribe(TestClient client, String channel) {
        JsonNode answer = client.result("public/subscribe", "{\"channels\":[\"" + channel + "\"]}");
        assertThat(answer.get(0).asString()).isEqualTo(channel);
    }

    /** Bids stay below offers, so that every step moves levels and none trades. */
    private static void change(GatewayVenue venue, Random random, ArrayDeque<Long> orders) {
        if (orders.size() > 5 && random.nextInt(3) == 0) {
            venue.cancel(orders.removeFirst());
        } else {
            Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
            long ticks = side == Side.BUY ? 240 + random.nextInt(10) : 251 + random.nextInt(10);
            orders.add(venue.makerOrder(side, ticks, 1 + random.nextInt(9)));
        }
    }

    /** The book once the gateway has read all that has happened. */
    private static JsonNode caughtUp(TestClient client, GatewayVenue venue) {
        venue.awaitGateway();
        return client.result("public/get_order_book", "{\"instrument_name\":\"H100-31DEC26\",\"depth\":1000}");
    }

    private static void follow(TestClient client, String channel, WireBook book, JsonNode answer) {
        while (book.changeId() < answer.get("change_id").asLong()) {
            book.apply(client.next(channel));
        }
    }
}
