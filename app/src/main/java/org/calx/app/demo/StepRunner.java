package org.calx.app.demo;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.calx.api.client.CommandOutcome;
import org.calx.model.RejectReason;

/**
 * Runs the operator's steps one after another: a step's commands are sent together, and the next step begins when all are
 * answered. A refusal that the step does not expect stops the conductor, because what follows would be built on sand.
 */
final class StepRunner {

    /**
     * A step.
     *
     * @param name what it does and for which date
     * @param alreadyDone refusals that say that it had been done before
     * @param commands sends the commands
     */
    private record Step(String name, Set<RejectReason> alreadyDone, Consumer<Batch> commands) {}

    /** The commands of one step; each is added with what it is for. */
    static final class Batch {
        private final List<CompletableFuture<CommandOutcome>> futures = new ArrayList<>();
        private final List<String> names = new ArrayList<>();

        void add(String name, CompletableFuture<CommandOutcome> outcome) {
            names.add(name);
            futures.add(outcome);
        }
    }

    private final Queue<Step> steps = new ArrayDeque<>();
    private final DemoStatistics statistics;
    private Step current;
    private Batch batch;

    StepRunner(DemoStatistics statistics) {
        this.statistics = statistics;
    }

    /** Appends a step; the commands are sent when it is its turn. */
    void then(String name, Consumer<Batch> commands, RejectReason... alreadyDone) {
        Set<RejectReason> reasons = EnumSet.of(RejectReason.NONE, alreadyDone);
        steps.add(new Step(name, reasons, commands));
    }

    boolean isIdle() {
        return current == null && steps.isEmpty();
    }

    /**
     * Goes on as far as answers allow.
     *
     * @return work done
     * @throws IllegalStateException if a command is refused for a reason that the step does not expect
     */
    int doWork() {
        int work = 0;
        while (true) {
            if (current == null) {
                if (steps.isEmpty()) {
                    return work;
                }
                current = steps.remove();
                batch = new Batch();
                current.commands().accept(batch);
                work++;
            }
            if (!batch.futures.stream().allMatch(CompletableFuture::isDone)) {
                return work;
            }
            for (int i = 0; i < batch.futures.size(); i++) {
                check(batch.names.get(i), batch.futures.get(i).join());
            }
            current = null;
            work++;
        }
    }

    private void check(String name, CommandOutcome outcome) {
        statistics.onOperatorOutcome(outcome.reason());
        if (!current.alreadyDone().contains(outcome.reason())) {
            throw new IllegalStateException("step \"" + current.name() + "\": " + name + " was refused: "
                    + outcome.reason() + " (" + outcome.reason().text() + ")");
        }
    }
}
