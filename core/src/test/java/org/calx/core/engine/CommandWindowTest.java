package org.calx.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.calx.core.snapshot.StateDigest;
import org.calx.core.snapshot.TextSnapshotReader;
import org.calx.core.snapshot.TextSnapshotWriter;
import org.calx.model.RejectReason;
import org.junit.jupiter.api.Test;

class CommandWindowTest {
    private static final int CAPACITY = 4;

    private final CommandWindow window = new CommandWindow(CAPACITY);

    @Test
    void remembersWhatBecameOfACommand() {
        window.remember(1, 7, RejectReason.INSUFFICIENT_MARGIN, 42);
        int at = window.find(1, 7);
        assertThat(window.reason(at)).isEqualTo(RejectReason.INSUFFICIENT_MARGIN);
        assertThat(window.reference(at)).isEqualTo(42);
        assertThat(window.find(1, 3)).isEqualTo(CommandWindow.NONE);
        assertThat(window.find(2, 7)).isEqualTo(CommandWindow.NONE);
    }

    @Test
    void takesSequencesOutOfOrderInsideTheWindow() {
        window.remember(1, 10, RejectReason.NONE, 0);
        assertThat(window.check(1, 7)).isEqualTo(RejectReason.NONE);
        assertThat(window.check(1, 6)).isEqualTo(RejectReason.COMMAND_TOO_OLD);
        window.remember(1, 7, RejectReason.NONE, 0);
        assertThat(window.check(1, 6)).isEqualTo(RejectReason.COMMAND_TOO_OLD);
        assertThat(window.check(1, 8)).isEqualTo(RejectReason.NONE);
        assertThat(window.find(1, 10)).isNotEqualTo(CommandWindow.NONE);
    }

    @Test
    void forgetsACommandWhenOneAWholeWindowLaterComes() {
        window.remember(1, 1, RejectReason.NONE, 11);
        window.remember(1, 5, RejectReason.NONE, 15);
        assertThat(window.find(1, 1)).isEqualTo(CommandWindow.NONE);
        assertThat(window.check(1, 1)).isEqualTo(RejectReason.COMMAND_TOO_OLD);
    }

    @Test
    void aHigherEpochBeginsANewLifeAndTheOldOneStaysKnown() {
        window.remember(1, 900, RejectReason.NONE, 1);
        assertThat(window.check(2, 1)).isEqualTo(RejectReason.NONE);
        window.remember(2, 1, RejectReason.NONE, 2);
        assertThat(window.find(1, 900)).isNotEqualTo(CommandWindow.NONE);
        assertThat(window.check(1, 901)).isEqualTo(RejectReason.STALE_EPOCH);
        assertThat(window.check(2, 2)).isEqualTo(RejectReason.NONE);
    }

    @Test
    void sequencesBeginAtOneAndReachTheHighestLong() {
        assertThat(window.check(1, 0)).isEqualTo(RejectReason.INVALID_PARAMETER);
        assertThat(window.check(1, -1)).isEqualTo(RejectReason.INVALID_PARAMETER);
        assertThat(window.check(-1, 1)).isEqualTo(RejectReason.STALE_EPOCH);
        window.remember(1, Long.MAX_VALUE, RejectReason.NONE, 0);
        assertThat(window.check(1, Long.MAX_VALUE - CAPACITY)).isEqualTo(RejectReason.COMMAND_TOO_OLD);
        assertThat(window.check(1, Long.MAX_VALUE - CAPACITY + 1)).isEqualTo(RejectReason.NONE);
    }

    @Test
    void aSnapshotKeepsAllOfIt() {
        window.remember(1, 900, RejectReason.NONE, 1);
        window.remember(2, 6, RejectReason.UNKNOWN_ORDER, 0);
        TextSnapshotWriter writer = new TextSnapshotWriter();
        window.writeTo(writer);
        CommandWindow restored = new CommandWindow(CAPACITY);
        restored.readFrom(new TextSnapshotReader(writer.text()));
        assertThat(digest(restored)).isEqualTo(digest(window));
        assertThat(restored.find(1, 900)).isEqualTo(window.find(1, 900));
        assertThat(restored.check(2, 2)).isEqualTo(RejectReason.COMMAND_TOO_OLD);
    }

    private static long digest(CommandWindow window) {
        StateDigest digest = new StateDigest();
        window.writeTo(digest);
        return digest.value();
    }
}
