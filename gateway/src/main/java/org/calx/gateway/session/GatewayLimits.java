package org.calx.gateway.session;

import java.time.Duration;

/**
 * What the edge takes before it refuses.
 *
 * @param maxMessageBytes longest message, in characters of a WebSocket message or bytes of an HTTP body
 * @param maxConnections most WebSockets at a time; one more is closed with code 1013
 * @param maxSubscriptions most channels of a connection
 * @param maxQueuedMessages most messages that wait for a slow reader; one more closes the connection with code 1008
 * @param maxQueuedChars most characters that wait for a slow reader
 * @param maxUnanswered most requests of a connection without an answer
 * @param answerWithin how long a request may take
 * @param tokenLifetime how long an access token lives
 * @param guardedSilence silence after which a connection with cancel on disconnect is pinged; after as much again it is closed
 * @param queries rate of requests that ask, per key (per address without a key)
 * @param orders rate of requests that enter or change orders
 * @param cancels rate of requests that cancel
 */
public record GatewayLimits(
        int maxMessageBytes,
        int maxConnections,
        int maxSubscriptions,
        int maxQueuedMessages,
        long maxQueuedChars,
        int maxUnanswered,
        Duration answerWithin,
        Duration tokenLifetime,
        Duration guardedSilence,
        Rate queries,
        Rate orders,
        Rate cancels) {

    /**
     * A token bucket.
     *
     * @param burst requests at once
     * @param perSecond requests a second in the long run
     */
    public record Rate(int burst, int perSecond) {}

    /** Limits for one machine: 64 KiB a message, 1,024 connections, 500 channels, 4,096 messages waiting. */
    public static GatewayLimits defaults() {
        return new GatewayLimits(
                64 * 1024,
                1_024,
                500,
                4_096,
                16L * 1024 * 1024,
                256,
                Duration.ofSeconds(10),
                Duration.ofHours(24),
                Duration.ofSeconds(10),
                new Rate(500, 200),
                new Rate(500, 200),
                new Rate(1_000, 500));
    }

    /** The same with another number of connections. */
    public GatewayLimits withMaxConnections(int connections) {
        return new GatewayLimits(
                maxMessageBytes,
                connections,
                maxSubscriptions,
                maxQueuedMessages,
                maxQueuedChars,
                maxUnanswered,
                answerWithin,
                tokenLifetime,
                guardedSilence,
                queries,
                orders,
                cancels);
    }

    /** The same with another number of channels. */
    public GatewayLimits withMaxSubscriptions(int channels) {
        return new GatewayLimits(
                maxMessageBytes,
                maxConnections,
                channels,
                maxQueuedMessages,
                maxQueuedChars,
                maxUnanswered,
                answerWithin,
                tokenLifetime,
                guardedSilence,
                queries,
                orders,
                cancels);
    }

    /** The same with another queue for slow readers. */
    public GatewayLimits withQueue(int messages, long chars) {
        return new GatewayLimits(
                maxMessageBytes,
                maxConnections,
                maxSubscriptions,
                messages,
                chars,
                maxUnanswered,
                answerWithin,
                tokenLifetime,
                guardedSilence,
                queries,
                orders,
                cancels);
    }

    /** The same with another patience for connections with cancel on disconnect. */
    public GatewayLimits withGuardedSilence(Duration silence) {
        return new GatewayLimits(
                maxMessageBytes,
                maxConnections,
                maxSubscriptions,
                maxQueuedMessages,
                maxQueuedChars,
                maxUnanswered,
                answerWithin,
                tokenLifetime,
                silence,
                queries,
                orders,
                cancels);
    }

    /** The same with other rates. */
    public GatewayLimits withRates(Rate newQueries, Rate newOrders, Rate newCancels) {
        return new GatewayLimits(
                maxMessageBytes,
                maxConnections,
                maxSubscriptions,
                maxQueuedMessages,
                maxQueuedChars,
                maxUnanswered,
                answerWithin,
                tokenLifetime,
                guardedSilence,
                newQueries,
                newOrders,
                newCancels);
    }
}
