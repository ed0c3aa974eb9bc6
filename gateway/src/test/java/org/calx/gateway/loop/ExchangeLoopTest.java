package org.calx.gateway.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.calx.api.client.ExchangeClient;
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

    private static boolean await(CountDownLatch latch) {
        try {
            latch.await();
            return true;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
