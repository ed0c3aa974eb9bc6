package org.calx.app.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.calx.api.client.CommandOutcome;
import org.calx.model.RejectReason;
import org.junit.jupiter.api.Test;

class StepRunnerTest {

    private final StepRunner steps = new StepRunner(new DemoStatistics(new VenueView()));
    private final List<String> sent = new ArrayList<>();

    @Test
    void nextStepWaitsForEveryAnswerOfTheOneBefore() {
        CompletableFuture<CommandOutcome> first = new CompletableFuture<>();
        CompletableFuture<CommandOutcome> second = new CompletableFuture<>();
        steps.then("one", batch -> {
            sent.add("one");
            batch.add("a", first);
            batch.add("b", second);
        });
        steps.then("two", batch -> sent.add("two"));

        steps.doWork();
        first.complete(outcome(RejectReason.NONE));
        steps.doWork();
        assertThat(sent).containsExactly("one");

        second.complete(outcome(RejectReason.NONE));
        steps.doWork();
        assertThat(sent).containsExactly("one", "two");
        assertThat(steps.isIdle()).isTrue();
    }

    @Test
    void refusalThatSaysDoneBeforeIsAsGoodAsDone() {
        steps.then(
                "define",
                batch -> batch.add("market", CompletableFuture.completedFuture(outcome(RejectReason.ALREADY_DEFINED))),
                RejectReason.ALREADY_DEFINED);

        steps.doWork();

        assertThat(steps.isIdle()).isTrue();
    }

    @Test
    void otherRefusalStopsWithStepCommandAndReason() {
        steps.then(
                "settle 2026-07-31",
                batch -> batch.add(
                        "H100-31JUL26", CompletableFuture.completedFuture(outcome(RejectReason.FIXING_MISSING))));

        assertThatIllegalStateException()
                .isThrownBy(steps::doWork)
                .withMessageStartingWith("step \"settle 2026-07-31\": H100-31JUL26 was refused: FIXING_MISSING");
    }

    private static CommandOutcome outcome(RejectReason reason) {
        return new CommandOutcome(1, reason, 0, 1, 1, Optional.empty());
    }
}
