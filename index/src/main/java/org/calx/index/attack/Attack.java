package org.calx.index.attack;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.calx.index.input.Observation;

/** The ways in which a few owners try to push an index. */
enum Attack {
    /** All their offers change by the same factor. */
    COLLUSION("collusion"),
    /** They list a lower price and take the rest for what must be bought with it. */
    BUNDLED_DISCOUNT("bundled discount"),
    /** They trade with each other at the price, twenty times what all others trade. */
    WASH_TRADES("wash trades"),
    /** Each opens five new names that list the price. */
    NEW_NAMES("new names");

    private static final int WASH_MULTIPLE = 20;
    private static final int NAMES_EACH = 5;
    private static final long TRADED_MICROS = 100_000_000L;

    private final String words;

    Attack(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    /** The offers without the attack; for wash trades each offer has traded 100 GPU-hours, a made-up volume. */
    List<Observation> base(Laboratory laboratory) {
        if (this != WASH_TRADES) {
            return laboratory.observations();
        }
        return laboratory.observations().stream()
                .filter(row -> row.kind() != Observation.Kind.TRADE)
                .map(row -> traded(row, row.priceMicros(), TRADED_MICROS))
                .toList();
    }

    /** The offers with the attack: the attackers' prices times the factor. */
    List<Observation> apply(Laboratory laboratory, Set<String> attackers, double factor) {
        List<Observation> base = base(laboratory);
        List<Observation> changed = new ArrayList<>(base.size());
        for (Observation row : base) {
            boolean hit = laboratory.isHit(row) && attackers.contains(row.group());
            long priceMicros = Math.max(1, Math.round(row.priceMicros() * factor));
            if (!hit) {
                changed.add(row);
                continue;
            }
            switch (this) {
                case COLLUSION, BUNDLED_DISCOUNT -> changed.add(row.withPrice(priceMicros));
                case WASH_TRADES -> {
                    changed.add(row);
                    long volume =
                            TRADED_MICROS * WASH_MULTIPLE * laboratory.groups().size();
                    changed.add(traded(row, priceMicros, volume));
                }
                case NEW_NAMES -> {
                    changed.add(row);
                    for (int name = 1; name <= NAMES_EACH; name++) {
                        changed.add(renamed(row, row.provider() + "-" + name, priceMicros));
                    }
                }
            }
        }
        return changed;
    }

    private static Observation traded(Observation row, long priceMicros, long gpuHoursMicros) {
        return new Observation(
                row.file(),
                row.row(),
                row.epochDay(),
                row.series().ofKind(Observation.Kind.TRADE, "tape"),
                row.group(),
                priceMicros,
                gpuHoursMicros,
                true);
    }

    private static Observation renamed(Observation row, String provider, long priceMicros) {
        return new Observation(
                row.file(),
                row.row(),
                row.epochDay(),
                row.series().ofProvider(provider),
                provider,
                priceMicros,
                row.gpuHoursMicros(),
                row.generated());
    }
}
