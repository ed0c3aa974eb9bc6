package org.calx.gateway.session;

import io.helidon.common.buffers.BufferData;
import io.helidon.websocket.WsCloseCodes;
import io.helidon.websocket.WsSession;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.calx.gateway.json.Json;
import tools.jackson.databind.JsonNode;

/**
 * What goes out over one WebSocket: a bounded queue and the virtual thread that writes it. Nothing is ever left out: when
 * the queue is full the rest is thrown away and the connection is closed with code 1008; if even that cannot be written
 * within {@value #GRACE_MS} ms the socket is cut.
 */
final class Outbound {
    static final long GRACE_MS = 1_000;

    private static final long POLL_MS = 500;
    private static final Object END = new Object();
    private static final String HEARTBEAT = message("heartbeat");
    private static final String TEST_REQUEST = message("test_request");

    private final WsSession socket;
    private final GatewayLimits limits;
    private final Thread reader;
    private final Runnable onEnd;
    private final BlockingQueue<Object> queue;
    private final AtomicLong queuedChars = new AtomicLong();
    private final AtomicBoolean closing = new AtomicBoolean();
    private final AtomicBoolean ended = new AtomicBoolean();
    private Thread writer;
    private volatile int heartbeatSeconds;
    private volatile long heardNs = System.nanoTime();
    private volatile boolean watched;
    private long heartbeatNs = System.nanoTime();
    private long pingNs = System.nanoTime();

    /** @param reader the thread that reads the connection and ends with it */
    Outbound(WsSession socket, GatewayLimits limits, Thread reader, Runnable onEnd) {
        this.socket = socket;
        this.limits = limits;
        this.reader = reader;
        this.onEnd = onEnd;
        queue = new ArrayBlockingQueue<>(limits.maxQueuedMessages() + 2);
    }

    private static String message(String type) {
        return "{\"jsonrpc\":\"2.0\",\"method\":\"heartbeat\",\"params\":{\"type\":\"" + type + "\"}}";
    }

    void start() {
        writer = Thread.ofVirtual().name("gateway-writer").start(this::run);
    }

    /**
     * Queues an answer; it is written as text by the writing thread.
     *
     * @param first what happens before anyone can have read it
     */
    void send(JsonNode answer, Runnable first) {
        offer(new Answered(answer, first), 0);
    }

    /** Queues a message. */
    void send(String text) {
        offer(text, text.length());
    }

    private void offer(Object message, int chars) {
        if (closing.get()) {
            return;
        }
        if (queue.size() >= limits.maxQueuedMessages()
                || queuedChars.addAndGet(chars) > limits.maxQueuedChars()
                || !queue.offer(message)) {
            queue.clear();
            close(WsCloseCodes.VIOLATED_POLICY, "slow consumer");
        }
    }

    void pong(byte[] payload) {
        offer(new Pong(payload), payload.length);
    }

    /** Closes the connection when what is queued has been written, or is cut off if that takes too long. */
    void close(int code, String reason) {
        if (closing.compareAndSet(false, true)) {
            if (!queue.offer(new Close(code, reason))) {
                cut();
                return;
            }
            Thread.ofVirtual().name("gateway-closer").start(this::cutAfterGrace);
        }
    }

    /** Waits until what is queued has been written, to the close; no longer than a closing connection may take. */
    void awaitWritten() {
        try {
            writer.join(Duration.ofMillis(GRACE_MS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    boolean isClosing() {
        return closing.get();
    }

    /** The other end has closed: nothing more is written. Returns when the writing thread has ended, so that the caller may. */
    void stop() {
        closing.set(true);
        queue.clear();
        try {
            if (!queue.offer(END) || !writer.join(Duration.ofMillis(GRACE_MS))) {
                writer.interrupt();
            }
        } catch (InterruptedException e) {
            cut();
        }
    }

    /** The other end has been heard of. */
    void heard() {
        heardNs = System.nanoTime();
    }

    void setHeartbeat(int seconds) {
        heartbeatSeconds = seconds;
    }

    /** Asks a silent client for a sign of life from now on. */
    void watch() {
        heard();
        watched = true;
    }

    private void run() {
        try {
            while (reader.isAlive()) {
                Object message = queue.poll(POLL_MS, TimeUnit.MILLISECONDS);
                if (message != null && !write(message)) {
                    return;
                }
                beat();
                ping();
            }
        } catch (InterruptedException | RuntimeException e) {
            closing.set(true);
        } finally {
            closing.set(true);
            end();
        }
    }

    private boolean write(Object message) {
        switch (message) {
            case String text -> {
                queuedChars.addAndGet(-text.length());
                socket.send(text, true);
            }
            case Answered answer -> {
                answer.first.run();
                socket.send(Json.write(answer.json), true);
            }
            case Pong pong -> {
                queuedChars.addAndGet(-pong.payload.length);
                socket.pong(BufferData.create(pong.payload));
            }
            case Close close -> {
                socket.close(close.code, close.reason);
                return false;
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    /** Heartbeats: one each interval; a silent client is asked, and cut off when it does not answer in one more interval. */
    private void beat() {
        int seconds = heartbeatSeconds;
        if (seconds == 0) {
            return;
        }
        long intervalNs = TimeUnit.SECONDS.toNanos(seconds);
        long now = System.nanoTime();
        if (now - heartbeatNs < intervalNs) {
            return;
        }
        heartbeatNs = now;
        if (now - heardNs > 2 * intervalNs) {
            close(WsCloseCodes.VIOLATED_POLICY, "no answer to test_request");
            return;
        }
        send(now - heardNs >= intervalNs ? TEST_REQUEST : HEARTBEAT);
    }

    /** Pings, which clients answer by themselves: a watched client that does not answer in as much time again is cut off. */
    private void ping() {
        long silenceNs = limits.guardedSilence().toNanos();
        long now = System.nanoTime();
        if (!watched || now - heardNs < silenceNs) {
            return;
        }
        if (now - heardNs >= 2 * silenceNs) {
            close(WsCloseCodes.VIOLATED_POLICY, "no answer to a ping");
        } else if (now - pingNs >= silenceNs) {
            pingNs = now;
            socket.ping(BufferData.empty());
        }
    }

    private void cutAfterGrace() {
        try {
            if (!reader.join(Duration.ofMillis(GRACE_MS))) {
                cut();
            }
        } catch (InterruptedException e) {
            cut();
        }
    }

    /** Interrupting a virtual thread that is blocked in a socket closes the socket. */
    private void cut() {
        writer.interrupt();
        reader.interrupt();
    }

    private void end() {
        if (ended.compareAndSet(false, true)) {
            onEnd.run();
        }
    }

    private record Answered(JsonNode json, Runnable first) {}

    private record Pong(byte[] payload) {}

    private record Close(int code, String reason) {}
}
