package org.calx.bench.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Shell scripts in the place of the C++ program; each is handed one option, which is two lines. */
class QuantLibPeerTest {
    private static final String GREETING = "read count; read option; echo 'quantlib-0 (C++)'; ";
    private static final String REQUEST = "read request; ";

    private static QuantLibPeer peer(String script, double latestSeconds) throws IOException {
        return new QuantLibPeer(List.of("sh", "-c", script), latestSeconds, OptionSample.of(1, 1), new double[] {1});
    }

    private static QuantLibPeer peer(String script) throws IOException {
        return peer(script, 60);
    }

    @Test
    void requestIsSentAndTimesAreRead() throws IOException {
        String script = GREETING + REQUEST + "[ \"$request\" = 'some-case 0.5' ] && echo 12.5 7 9 8; " + REQUEST;
        try (QuantLibPeer peer = peer(script)) {
            Times times = peer.turn("some-case", 12.5).run(0.5);

            assertThat(peer.name()).isEqualTo("quantlib-0 (C++)");
            assertThat(times.nsPerItem()).containsExactly(7, 9, 8);
            assertThat(times.checksum()).isEqualTo(12.5);
        }
    }

    @Test
    void otherFiguresThanOursAreRefused() throws IOException {
        for (String sum : List.of("12.50000002", "-12.5", "NaN")) {
            try (QuantLibPeer peer = peer(GREETING + REQUEST + "echo " + sum + " 7; " + REQUEST)) {
                assertThatThrownBy(() -> peer.turn("some-case", 12.5).run(0.5))
                        .hasMessage("the peer QuantLib computed other figures than ours for some-case: their sum is "
                                + sum + ", ours 12.5; --no-peer leaves it out");
            }
        }
    }

    @Test
    void rubbishIsQuoted() throws IOException {
        for (String rubbish : List.of("no such case", "12.5", "")) {
            try (QuantLibPeer peer = peer(GREETING + REQUEST + "echo " + rubbish + "; " + REQUEST)) {
                assertThatThrownBy(() -> peer.turn("some-case", 12.5).run(0.5))
                        .hasMessageContaining("in place of a sum and times for some-case: '" + rubbish + "'");
            }
        }
    }

    @Test
    void programThatCannotStartTellsWhy() {
        assertThatThrownBy(() -> peer("echo 'no shared library' >&2; exit 127"))
                .hasMessageContaining("said in place of its name: 'no shared library'");
        assertThatThrownBy(() -> peer("exit 1")).hasMessageContaining("ended without an answer");
    }

    @Test
    void programThatDiesInItsTurnEndsTheBench() throws IOException {
        try (QuantLibPeer peer = peer(GREETING + REQUEST)) {
            assertThatThrownBy(() -> peer.turn("some-case", 12.5).run(0.5))
                    .hasMessageContaining("ended without an answer");
        }
    }

    @Test
    void programThatNeverAnswersIsGivenUp() {
        assertThatThrownBy(() -> peer("exec cat >/dev/null", 0.2)).hasMessageContaining("did not answer within 0.2 s");
    }
}
