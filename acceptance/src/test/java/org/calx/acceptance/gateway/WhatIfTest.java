package org.calx.acceptance.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * What the gateway says that an order or a basket would need is what the exchange then reserves. The trader has 100,000 USD; a
 * long lot loses 219 USD in odd scenarios and gains as much in even ones, the dearer fee is 1.50.
 */
class WhatIfTest {
    private static final String DEC = "H100-31DEC26";
    private static final String JAN = "H100-29JAN27";

    private final GatewayVenue venue = new GatewayVenue();
    private final TestClient client = new TestClient(venue);

    @BeforeEach
    void signIn() {
        client.signIn(GatewayVenue.KEY, GatewayVenue.SECRET);
    }

    @AfterEach
    void close() {
        client.close();
        venue.close();
    }

    @Test
    void anOrdersMarginIsWorkedOutByHand() {
        JsonNode margins =
                call("private/get_margins", "{\"instrument_name\":\"%s\",\"amount\":10,\"price\":2.4}".formatted(DEC));
        // A buy at 2.40 gains 73.00 a lot at once: 219.00 - 73.00 + 1.50. A sale at 2.40 loses 73.00: 219.00 + 73.00 +
        // 1.50.
        assertThat(decimal(margins, "buy")).isEqualByComparingTo("1475");
        assertThat(decimal(margins, "sell")).isEqualByComparingTo("2935");
        assertThat(decimal(margins, "max_price")).isEqualByComparingTo("3");
        assertThat(decimal(margins, "min_price")).isEqualByComparingTo("2");
    }

    @Test
    void simulatedPositionsNeedTheirScanningRisk() {
        String positions = "\"simulated_positions\":{\"%s\":10,\"%s\":-4}".formatted(DEC, JAN);
        JsonNode onTop = call("private/simulate_portfolio", "{\"currency\":\"USD\",%s}".formatted(positions));
        assertThat(decimal(onTop, "initial_margin")).isEqualByComparingTo("1314");
        assertThat(decimal(onTop, "available_funds")).isEqualByComparingTo("98686");
        buy(DEC, 5, "2.4");
        JsonNode alone = call(
                "private/simulate_portfolio", "{\"currency\":\"USD\",\"add_positions\":false,%s}".formatted(positions));
        assertThat(decimal(alone, "initial_margin")).isEqualByComparingTo("1314");
    }

    @Test
    void theActiveScenarioAndEveryRowAreTold() {
        JsonNode answer = whatIf(
                "[{\"instrument_name\":\"%s\",\"direction\":\"sell\",\"amount\":10,\"price\":2.6}]".formatted(DEC));
        JsonNode product = answer.get("products").get(0);
        assertThat(product.get("active_scenario").asInt()).isEqualTo(2);
        assertThat(decimal(product, "scan_risk")).isEqualByComparingTo("1475");
        assertThat(product.get("scenario_losses")).hasSize(17);
        assertThat(product.get("instruments").get(0).get("array_version").asInt())
                .isEqualTo(1);
        JsonNode money = answer.get("currencies").get(0);
        assertThat(decimal(money, "added")).isEqualByComparingTo("1475");
        assertThat(money.get("accepted").asBoolean()).isTrue();
    }

    @Test
    void whatIsAskedIsWhatIsReserved() {
        assertThat(reserve(DEC, JAN)).isZero();
    }

    @Test
    void withChargesAndCreditsToo() {
        venue.listSecondProduct();
        venue.awaitGateway();
        reserve(DEC, JAN, "B200-31DEC26");
        JsonNode answer = call(
                "private/calx.what_if",
                "{\"add_positions\":false,\"simulated_positions\":{\"%s\":10,\"%s\":-4,\"B200-31DEC26\":-2}}"
                        .formatted(DEC, JAN));
        JsonNode product = answer.get("products").get(0);
        // Two spreads of one DEC and two JAN; two DEC in them and eight outright; one spread of one H100 and two B200.
        assertThat(decimal(product, "calendar_charge")).isEqualByComparingTo("80.000002");
        assertThat(decimal(product, "delivery_charge")).isEqualByComparingTo("170");
        // A price risk of 219.00 a lot on one lot of H100, at a credit rate of 0.6001; on two of B200, at 0.5.
        assertThat(decimal(product, "inter_commodity_credit")).isEqualByComparingTo("131.4219");
        assertThat(decimal(answer.get("products").get(1), "inter_commodity_credit"))
                .isEqualByComparingTo("219");
        // Scanning 6 x 219.00.
        assertThat(decimal(product, "requirement")).isEqualByComparingTo("1432.578102");
    }

    /** Random baskets on top of a random account, with marks and fills in between. @return answers with a credit */
    private int reserve(String... contracts) {
        long seed = Long.getLong("calx.seed", System.nanoTime());
        System.out.println("WhatIfTest seed " + seed + " (repeat with -Dcalx.seed)");
        Random random = new Random(seed);
        int trades = 0;
        int credits = 0;
        for (int round = 0; round < 40; round++) {
            venue.mark(1 + random.nextInt(contracts.length), 2_400_000 + 10_000 * random.nextInt(21));
            venue.awaitGateway();
            StringBuilder orders = new StringBuilder();
            int size = 1 + random.nextInt(3);
            String[] basket = new String[size];
            boolean[] buys = new boolean[size];
            for (int i = 0; i < size; i++) {
                String contract = contracts[random.nextInt(contracts.length)];
                buys[i] = random.nextBoolean();
                // DEC has offers at 2.51 and bids at 2.49; the other books are the trader's own: buys below, sales
                // above.
                int ticks = buys[i] ? 240 + random.nextInt(10) : 251 + random.nextInt(10);
                basket[i] = "\"instrument_name\":\"%s\",\"amount\":%d,\"price\":%s"
                        .formatted(contract, 1 + random.nextInt(5), BigDecimal.valueOf(ticks, 2));
                orders.append(i == 0 ? "" : ",")
                        .append("{\"direction\":\"%s\",%s}".formatted(buys[i] ? "buy" : "sell", basket[i]));
            }
            JsonNode answer = whatIf("[" + orders + "]");
            for (int i = 0; i < size; i++) {
                call(buys[i] ? "private/buy" : "private/sell", "{" + basket[i] + "}");
            }
            assertThat(requirement())
                    .as("seed %d, round %d", seed, round)
                    .isEqualByComparingTo(decimal(answer.get("currencies").get(0), "requirement"));
            for (JsonNode product : answer.get("products")) {
                credits += decimal(product, "inter_commodity_credit").signum();
            }
            if (round % 4 == 3) {
                String way = random.nextBoolean() ? "private/buy" : "private/sell";
                trades += call(way, "{\"instrument_name\":\"%s\",\"amount\":2,\"type\":\"market\"}".formatted(DEC))
                        .get("trades")
                        .size();
            }
        }
        assertThat(trades).as("trades, seed %d", seed).isPositive();
        return credits;
    }

    @Test
    void aRefusedOrderIsToldWhatItNeedsAndWhatWouldFit() {
        JsonNode error =
                client.error("private/buy", "{\"instrument_name\":\"%s\",\"amount\":500,\"price\":2.5}".formatted(DEC));
        JsonNode data = error.get("data");
        // 500 x 220.50 = 110,250.00 of 100,000.00; 453 lots need 99,886.50.
        assertThat(data.get("reason").asString()).isEqualTo("INSUFFICIENT_MARGIN");
        assertThat(decimal(data, "required")).isEqualByComparingTo("110250");
        assertThat(decimal(data, "missing")).isEqualByComparingTo("10250");
        assertThat(data.get("scenario").asInt()).isEqualTo(1);
        assertThat(data.get("acceptable_amount").asInt()).isEqualTo(453);
        buy(DEC, 453, "2.4");
    }

    @Test
    void badQuestionsAreRefused() {
        assertThat(invalid("{\"orders\":5}")).isEqualTo("orders");
        assertThat(invalid(
                        "{\"orders\":[{\"instrument_name\":\"%s\",\"direction\":\"up\",\"amount\":1}]}".formatted(DEC)))
                .isEqualTo("direction");
        assertThat(invalid("{\"simulated_positions\":{\"H100-30DEC26\":1}}")).isEqualTo("simulated_positions");
        assertThat(invalid("{\"simulated_positions\":{\"%s\":0.5}}".formatted(DEC)))
                .isEqualTo(DEC);
        assertThat(invalid("{\"orders\":[{\"instrument_name\":\"%s\",\"direction\":\"buy\",\"amount\":-1,\"price\":2}]}"
                        .formatted(DEC)))
                .isEqualTo("amount");
    }

    private String invalid(String params) {
        JsonNode error = client.error("private/calx.what_if", params);
        return error.get("data").get("param").asString();
    }

    private JsonNode whatIf(String orders) {
        return call("private/calx.what_if", "{\"orders\":%s}".formatted(orders));
    }

    private void buy(String instrument, int lots, String price) {
        call(
                "private/buy",
                "{\"instrument_name\":\"%s\",\"amount\":%d,\"price\":%s}".formatted(instrument, lots, price));
    }

    private BigDecimal requirement() {
        return decimal(call("private/get_account_summary", "{\"currency\":\"USD\"}"), "initial_margin");
    }

    private JsonNode call(String method, String params) {
        return client.result(method, params);
    }

    private static BigDecimal decimal(JsonNode json, String field) {
        return json.get(field).decimalValue();
    }
}
