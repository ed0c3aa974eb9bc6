package org.calx.gateway.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.calx.api.client.ExchangeClient;
import org.calx.api.event.EventReader;
import org.calx.api.event.ExchangeEvent;
import org.junit.jupiter.api.Test;

final class ExchangeLoopTest {
    /** A client of an exchange where nothing happens. */
    private static final ExchangeClient QUIET = (ExchangeClient) Proxy.newProxyInstance(
            ExchangeClient.class.getClassLoader(),
            new Class<?>[] {ExchangeClient.class},
            (proxy, method, arguments) -> method.getReturnType() == int.class ? 0 : null);

    @Test
    void whatFollowsAnAnswerComesBeforeTheNextQuestion() {
        List<String> order = new CopyOnWriteArrayList<>();
        CountDownLatch nextIsAsked = new CountDownLatch(1);
        try (ExchangeLoop loop = new ExchangeLoop(QUIET)) {
            loop.start(() -> {});
            loop.ask(() -> {
                loop.post(() -> order.add("what follows"));
                return await(nextIsAsked);
            });
            CompletableFuture<Boolean> next = loop.ask(() -> order.add("next question"));
            nextIsAsked.countDown();
            next.join();
        }
        assertThat(order).containsExactly("what follows", "next question");
    }

    @Test
    void whatFollowsAnAnswerComesBeforeTheEventsOfTheNextCommand() {
        List<String> order = new CopyOnWriteArrayList<>();
        CountDownLatch told = new CountDownLatch(1);
        TellingClient telling = new TellingClient();
        try (ExchangeLoop loop = new ExchangeLoop(telling.client())) {
            telling.client().addReader((sequence, timestampNs, lastOfCommand, event) -> {
                order.add("event");
                told.countDown();
            });
            telling.beforeEvent = () -> loop.post(() -> order.add("what follows"));
            loop.start(() -> {});
            assertThat(await(told)).isTrue();
        }
        assertThat(order).containsExactly("what follows", "event");
    }

    /** A client that tells one event, when it is first polled. */
    private static final class TellingClient {
        private final List<EventReader> readers = new CopyOnWriteArrayList<>();
        private Runnable beforeEvent = () -> {};
        private boolean hasTold;

        ExchangeClient client() {
            return (ExchangeClient) Proxy.newProxyInstance(
                    ExchangeClient.class.getClassLoader(),
                    new Class<?>[] {ExchangeClient.class},
                    (proxy, method, arguments) -> switch (method.getName()) {
                        case "addReader" -> addReader((EventReader) arguments[0]);
                        case "poll" -> poll();
                        default -> null;
                    });
        }

        private Object addReader(EventReader added) {
            readers.add(added);
            return null;
        }

        private int poll() {
            if (hasTold) {
                return 0;
            }
            hasTold = true;
            beforeEvent.run();
            readers.forEach(reader -> reader.onEvent(1, 1, true, new ExchangeEvent.ImageEnd(1)));
            return 1;
        }
    }

    private static boolean await(CountDownLatch latch) {
        try {
            latch.await();
            return true;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
