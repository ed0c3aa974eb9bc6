package org.calx.acceptance.simulator.load;

import java.util.ArrayDeque;
import java.util.Deque;
import org.calx.acceptance.simulator.world.Chance;
import org.calx.api.client.CommandOutcome;

/** The second operator, who orders most of what the first one has proposed, late, and nothing else. */
public final class SecondOperatorLoad implements Load {
    private static final int AGREES_PER_MILLE = 900;

    private final Deque<Request> proposed = new ArrayDeque<>();
    private final Chance chance;

    /** An operator who has seen nothing yet. */
    public SecondOperatorLoad(Chance chance) {
        this.chance = chance;
    }

    /** The first operator shows what waits for another person. */
    void show(Request request) {
        if (chance.perMille(AGREES_PER_MILLE)) {
            proposed.add(request);
        }
    }

    @Override
    public Request next() {
        return chance.perMille(300) ? proposed.poll() : null;
    }

    @Override
    public void onAnswer(Request request, CommandOutcome outcome) {}

    @Override
    public void onRestart() {}

    @Override
    public int mostUnanswered() {
        return 16;
    }
}
