package org.calx.gateway.guard;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.IntSupplier;
import org.calx.model.SessionEnd;

/** How many sessions a gateway holds, and what became of those that it held. May be asked from any thread. */
public final class SessionCounts {
    /** Why a session is no longer held here. */
    public enum Loss {
        /** The client asked for it. */
        DISABLED,
        /** The connection was closed in order. */
        CLOSED,
        /** The connection broke. */
        DROPPED,
        /** The gateway stopped. */
        GATEWAY_STOPPED,
        /** The exchange ended it, or it was resumed elsewhere. */
        ENDED_ELSEWHERE;

        /** Its name in metrics. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final LongAdder opened = new LongAdder();
    private final LongAdder resumed = new LongAdder();
    private final Map<Loss, LongAdder> ended = new EnumMap<>(Loss.class);
    private final IntSupplier held;

    /** @param held how many are held now */
    SessionCounts(IntSupplier held) {
        this.held = held;
        for (Loss loss : Loss.values()) {
            ended.put(loss, new LongAdder());
        }
    }

    void countOpened() {
        opened.increment();
    }

    void countResumed() {
        resumed.increment();
    }

    void count(SessionEnd how) {
        count(Loss.valueOf(how.name()));
    }

    void count(Loss loss) {
        ended.get(loss).increment();
    }

    /** Sessions held now. */
    public long held() {
        return held.getAsInt();
    }

    /** Sessions begun that the exchange accepted. */
    public long opened() {
        return opened.sum();
    }

    /** Sessions gone on with that the exchange accepted. */
    public long resumed() {
        return resumed.sum();
    }

    /** Sessions that are no longer held here for this reason. */
    public long ended(Loss loss) {
        return ended.get(loss).sum();
    }
}
