package org.calx.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicLong;
import org.calx.gateway.rpc.ErrorCode;
import org.calx.gateway.rpc.Method.Weight;
import org.calx.gateway.rpc.RpcException;
import org.calx.gateway.session.GatewayLimits.Rate;
import org.junit.jupiter.api.Test;

class RateLimiterTest {
    private static final long SECOND_NS = 1_000_000_000L;

    private final AtomicLong nowNs = new AtomicLong(-5 * SECOND_NS);
    private final RateLimiter limiter = new RateLimiter(
            GatewayLimits.defaults().withRates(new Rate(3, 2), new Rate(1, 1), new Rate(100, 100)), nowNs::get);

    private boolean passes(String caller, Weight weight) {
        try {
            limiter.count(caller, weight);
            return true;
        } catch (RpcException e) {
            assertThat(e.code()).isEqualTo(ErrorCode.TOO_MANY_REQUESTS.code());
            return false;
        }
    }

    private int passing(String caller, Weight weight, int requests) {
        int passed = 0;
        for (int request = 0; request < requests; request++) {
            passed += passes(caller, weight) ? 1 : 0;
        }
        return passed;
    }

    @Test
    void aBurstPassesAndThenSoManyASecond() {
        assertThat(passing("a", Weight.QUERY, 10)).isEqualTo(3);
        nowNs.addAndGet(SECOND_NS);
        assertThat(passing("a", Weight.QUERY, 10)).isEqualTo(2);
        nowNs.addAndGet(3_600 * SECOND_NS);
        assertThat(passing("a", Weight.QUERY, 10)).isEqualTo(3);
    }

    @Test
    void callersAndClassesDoNotShare() {
        assertThat(passing("a", Weight.QUERY, 10)).isEqualTo(3);
        assertThat(passing("b", Weight.QUERY, 10)).isEqualTo(3);
        assertThat(passing("a", Weight.ORDER, 10)).isEqualTo(1);
        assertThat(passing("a", Weight.CANCEL, 10)).isEqualTo(10);
    }

    @Test
    void theErrorSaysWhatIsAllowed() {
        limiter.count("a", Weight.ORDER);
        assertThatThrownBy(() -> limiter.count("a", Weight.ORDER)).hasMessageContaining("1 at once and 1 a second");
    }
}
