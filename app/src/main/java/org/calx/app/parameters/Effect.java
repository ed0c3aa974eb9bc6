package org.calx.app.parameters;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.calx.core.authority.ParameterDigest;
import org.calx.model.Currency;
import org.calx.model.ParameterSet;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What a set of margin parameters would do to every account, as one line of JSON. */
final class Effect {
    /** Most accounts under {@code worst}. */
    private static final int WORST = 10;

    private static final JsonMapper MAPPER = new JsonMapper();

    /** Equity and requirements of an account in a currency, micros. */
    private record Row(int accountId, Currency currency, long equity, long before, long after) {
        boolean isNewCall() {
            return before <= equity && equity < after;
        }

        long rise() {
            return after - before;
        }
    }

    private record Key(int accountId, Currency currency) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int byAccount = Integer.compare(accountId, other.accountId);
            return byAccount != 0 ? byAccount : currency.compareTo(other.currency);
        }
    }

    private final Map<Key, Long> before = new TreeMap<>();
    private final List<Row> rows = new ArrayList<>();

    void before(int accountId, Currency currency, long equityMicros, long requirementMicros) {
        before.put(new Key(accountId, currency), requirementMicros);
    }

    void after(int accountId, Currency currency, long equityMicros, long requirementMicros) {
        long old = before.get(new Key(accountId, currency));
        rows.add(new Row(accountId, currency, equityMicros, old, requirementMicros));
    }

    String line(ParameterSet set, String market) {
        ObjectNode line = MAPPER.createObjectNode();
        line.put("version", set.version())
                .put("market", market)
                .put("effectiveDate", LocalDate.ofEpochDay(set.effectiveDay()).toString())
                .put("digest", ParameterDigest.of(set).hex())
                .put("arrays", set.arrays().size())
                .put("charges", set.charges().size())
                .put(
                        "spreads",
                        set.spreads().map(spreads -> spreads.list().size()).orElse(0))
                .put("ratings", set.ratings().size())
                .put("accounts", rows.stream().map(Row::accountId).distinct().count())
                .put(
                        "changed",
                        rows.stream()
                                .filter(row -> row.rise() != 0)
                                .map(Row::accountId)
                                .distinct()
                                .count());
        ArrayNode totals = line.putArray("totals");
        for (int code = 0; code < Currency.count(); code++) {
            putTotal(totals, Currency.of(code));
        }
        ArrayNode calls = line.putArray("newCalls");
        rows.stream().filter(Row::isNewCall).forEach(row -> put(calls.addObject(), row));
        ArrayNode worst = line.putArray("worst");
        rows.stream()
                .filter(row -> row.rise() > 0)
                .sorted(Comparator.comparingLong(Row::rise).reversed())
                .limit(WORST)
                .forEach(row -> put(worst.addObject(), row));
        return MAPPER.writeValueAsString(line);
    }

    private void putTotal(ArrayNode totals, Currency currency) {
        List<Row> own = rows.stream().filter(row -> row.currency() == currency).toList();
        long old = own.stream().mapToLong(Row::before).sum();
        long next = own.stream().mapToLong(Row::after).sum();
        if (old != 0 || next != 0) {
            long missing = own.stream()
                    .filter(Row::isNewCall)
                    .mapToLong(row -> row.after() - row.equity())
                    .sum();
            totals.addObject()
                    .put("currency", currency.name())
                    .put("before", up(old))
                    .put("after", up(next))
                    .put("newCalls", own.stream().filter(Row::isNewCall).count())
                    .put("missing", up(missing));
        }
    }

    private static void put(ObjectNode node, Row row) {
        node.put("account", row.accountId())
                .put("currency", row.currency().name())
                .put("equity", Math.floorDiv(row.equity(), SetBuilder.MINOR_MICROS))
                .put("before", up(row.before()))
                .put("after", up(row.after()))
                .put("missing", up(Math.max(0, row.after() - row.equity())));
    }

    /** Minor units, rounded up. */
    private static long up(long micros) {
        return Math.ceilDiv(micros, SetBuilder.MINOR_MICROS);
    }
}
