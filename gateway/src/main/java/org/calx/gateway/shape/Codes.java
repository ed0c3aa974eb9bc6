package org.calx.gateway.shape;

import java.util.Locale;
import java.util.Optional;
import org.calx.model.MarketPhase;
import org.calx.model.OrderType;
import org.calx.model.Side;
import org.calx.model.TimeInForce;

/** Names of enumerations on the wire. */
public final class Codes {
    private Codes() {}

    public static String of(Side side) {
        return side == Side.BUY ? "buy" : "sell";
    }

    public static String of(OrderType type) {
        return type == OrderType.LIMIT ? "limit" : "market";
    }

    public static String of(MarketPhase phase) {
        return phase.name().toLowerCase(Locale.ROOT);
    }

    public static String of(TimeInForce timeInForce) {
        return switch (timeInForce) {
            case GOOD_TIL_CANCELLED -> "good_til_cancelled";
            case DAY -> "good_til_day";
            case IMMEDIATE_OR_CANCEL -> "immediate_or_cancel";
            case FILL_OR_KILL -> "fill_or_kill";
        };
    }

    /** The time in force with this name. */
    public static Optional<TimeInForce> timeInForce(String code) {
        for (TimeInForce timeInForce : TimeInForce.values()) {
            if (of(timeInForce).equals(code)) {
                return Optional.of(timeInForce);
            }
        }
        return Optional.empty();
    }
}
