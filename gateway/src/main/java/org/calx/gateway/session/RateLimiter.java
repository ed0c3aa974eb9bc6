package org.calx.gateway.session;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.calx.gateway.rpc.ErrorCode;
import org.calx.gateway.rpc.Method.Weight;
import org.calx.gateway.rpc.RpcException;

/**
 * Rates per key, and per address for who has no key. At most {@value #MAX_CALLERS} callers are remembered; the one that has
 * been silent longest is forgotten first.
 */
public final class RateLimiter {
    static final int MAX_CALLERS = 10_000;

    private final GatewayLimits limits;
    private final LongSupplier nanoTime;
    private final Map<String, Map<Weight, TokenBucket>> callers = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Map<Weight, TokenBucket>> eldest) {
            return size() > MAX_CALLERS;
        }
    };

    public RateLimiter(GatewayLimits limits, LongSupplier nanoTime) {
        this.limits = limits;
        this.nanoTime = nanoTime;
    }

    /** Counts a request. @throws RpcException {@link ErrorCode#TOO_MANY_REQUESTS} */
    public void count(String caller, Weight weight) {
        if (!buckets(caller).get(weight).take()) {
            GatewayLimits.Rate rate = rate(weight);
            throw new RpcException(
                    ErrorCode.TOO_MANY_REQUESTS,
                    "at most %d at once and %d a second".formatted(rate.burst(), rate.perSecond()));
        }
    }

    private synchronized Map<Weight, TokenBucket> buckets(String caller) {
        return callers.computeIfAbsent(caller, unused -> {
            Map<Weight, TokenBucket> buckets = new EnumMap<>(Weight.class);
            for (Weight weight : Weight.values()) {
                buckets.put(weight, new TokenBucket(rate(weight), nanoTime));
            }
            return buckets;
        });
    }

    private GatewayLimits.Rate rate(Weight weight) {
        return switch (weight) {
            case QUERY -> limits.queries();
            case ORDER -> limits.orders();
            case CANCEL -> limits.cancels();
        };
    }
}
