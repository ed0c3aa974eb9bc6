package org.calx.api.wire;

import java.util.List;
import java.util.function.Function;
import org.calx.model.SpreadSide;

/** The two legs of a spread as the wire has them, A before B. */
record SpreadLegs<T>(T a, T b) {
    private static final int MAX_UINT16 = 65_534;

    /** @throws IllegalArgumentException if there is not one leg on each side */
    static <T> SpreadLegs<T> of(List<T> legs, Function<T, SpreadSide> side) {
        List<T> a = legs.stream().filter(leg -> side.apply(leg) == SpreadSide.A).toList();
        List<T> b = legs.stream().filter(leg -> side.apply(leg) == SpreadSide.B).toList();
        if (a.size() != 1 || b.size() != 1) {
            throw new IllegalArgumentException("a spread must have one leg on side A and one on side B");
        }
        return new SpreadLegs<>(a.get(0), b.get(0));
    }

    /** A ratio or rate as the wire has it. @throws IllegalArgumentException if it has no room for it */
    static int uint16(long value) {
        if (value < 0 || value > MAX_UINT16) {
            throw new IllegalArgumentException("must be from 0 to " + MAX_UINT16 + ": " + value);
        }
        return (int) value;
    }
}
