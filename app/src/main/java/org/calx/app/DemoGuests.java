package org.calx.app;

import java.util.List;
import java.util.stream.IntStream;
import org.calx.app.demo.DemoParticipant;
import org.calx.model.ApiKey;
import org.calx.model.Currency;

/** The demo's traders with funds for whom people and their programs may sign in. */
final class DemoGuests {
    private static final int COUNT = 3;
    /** Account of the first of them; the others follow. */
    static final int FIRST_ACCOUNT = 201;

    private static final long FUNDS_MICROS = 10_000_000 * Currency.MICROS;

    private DemoGuests() {}

    /** Names of the traders, which are also the ids of their keys. */
    static List<String> names() {
        return IntStream.rangeClosed(1, COUNT).mapToObj(n -> "trader-" + n).toList();
    }

    /** The traders: ten million dollars and ten million euros each, no sender of their own. */
    static List<DemoParticipant> participants() {
        return IntStream.range(0, COUNT)
                .mapToObj(n -> new DemoParticipant(FIRST_ACCOUNT + n, 0, names().get(n), FUNDS_MICROS, FUNDS_MICROS))
                .toList();
    }

    /** Their keys, which may read and trade. */
    static List<ApiKey> keys() {
        return participants().stream()
                .map(guest -> new ApiKey(guest.name(), guest.accountId(), ApiKey.READ | ApiKey.TRADE))
                .toList();
    }
}
