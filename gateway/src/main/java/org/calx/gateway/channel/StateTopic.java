package org.calx.gateway.channel;

import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.calx.gateway.view.Changes;
import tools.jackson.databind.JsonNode;

/** A channel that tells a whole state each time it has changed, and first of all. */
final class StateTopic extends Topic {
    private final Predicate<Changes> concerned;
    private final Supplier<List<? extends JsonNode>> state;
    private boolean pending;
    private List<? extends JsonNode> last = List.of();

    /**
     * @param concerned whether a command may have changed the state
     * @param state the state now, one message each
     */
    StateTopic(
            String channel, Interval interval, Predicate<Changes> concerned, Supplier<List<? extends JsonNode>> state) {
        super(channel, interval);
        this.concerned = concerned;
        this.state = state;
    }

    @Override
    boolean accept(Changes changes) {
        pending |= concerned.test(changes);
        return pending;
    }

    @Override
    List<? extends JsonNode> drain() {
        if (!pending) {
            return List.of();
        }
        pending = false;
        List<? extends JsonNode> before = last;
        last = state.get();
        return last.stream().filter(message -> !before.contains(message)).toList();
    }

    @Override
    List<? extends JsonNode> first() {
        last = state.get();
        return last;
    }
}
