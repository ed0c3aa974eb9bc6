package org.calx.gateway.loop;

import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.calx.api.client.ExchangeClient;
import org.calx.api.event.ExchangeEvent;
import org.calx.gateway.rpc.ErrorCode;
import org.calx.gateway.rpc.RpcException;

/**
 * The thread that polls the exchange's client. Views and channels are changed and read on it alone; other threads hand it
 * questions. At most {@value #MAX_TASKS} questions wait: one more is refused with {@link ErrorCode#BUSY}.
 *
 * <p>An exception from the client or a view stops the loop: what the gateway knows is no longer to be trusted, so every
 * question is refused with {@link ErrorCode#UNAVAILABLE} and the gateway reports that it is not ready.
 */
public final class ExchangeLoop implements AutoCloseable {
    /** Most questions that wait. */
    public static final int MAX_TASKS = 16_384;

    private static final System.Logger LOG = System.getLogger(ExchangeLoop.class.getName());
    private static final long IDLE_NS = 200_000;

    private final ExchangeClient client;
    private final BlockingQueue<Runnable> tasks = new ArrayBlockingQueue<>(MAX_TASKS);
    private final Queue<Runnable> notes = new ConcurrentLinkedQueue<>();
    private final Thread thread;
    private Runnable tick = () -> {};
    private volatile boolean running = true;
    private boolean isBetweenCommands = true;

    /** A loop that does not run yet. It is the client's first reader, so that notes go before what other readers hear. */
    public ExchangeLoop(ExchangeClient client) {
        this.client = client;
        client.addReader(this::onEvent);
        thread = new Thread(this::run, "gateway-loop");
        thread.setDaemon(true);
    }

    /** Starts the thread; {@code newTick} runs on each of its rounds. */
    public void start(Runnable newTick) {
        tick = newTick;
        thread.start();
    }

    /**
     * Runs a question on the loop's thread: at once when called from it, else as soon as its turn comes.
     *
     * @throws RpcException {@link ErrorCode#BUSY} or {@link ErrorCode#UNAVAILABLE}
     */
    public <T> CompletableFuture<T> ask(Supplier<T> question) {
        if (Thread.currentThread() == thread) {
            return answer(question, new CompletableFuture<>());
        }
        if (!running) {
            throw new RpcException(ErrorCode.UNAVAILABLE, "the gateway has lost the exchange");
        }
        CompletableFuture<T> future = new CompletableFuture<>();
        if (!tasks.offer(() -> answer(question, future))) {
            throw new RpcException(ErrorCode.BUSY, "too many requests wait");
        }
        LockSupport.unpark(thread);
        return future;
    }

    private static <T> CompletableFuture<T> answer(Supplier<T> question, CompletableFuture<T> future) {
        try {
            future.complete(question.get());
        } catch (RuntimeException e) {
            future.completeExceptionally(e);
        }
        return future;
    }

    /**
     * Runs a task on the loop's thread soon. For what must not be refused and what connections can only cause a bounded
     * number of; it is not run after the loop has stopped.
     */
    public void post(Runnable task) {
        notes.add(task);
        LockSupport.unpark(thread);
    }

    /** Whether it works. */
    public boolean isRunning() {
        return running;
    }

    private void run() {
        try {
            while (running) {
                int work = client.poll() + runTasks();
                tick.run();
                if (work == 0) {
                    LockSupport.parkNanos(IDLE_NS);
                }
            }
        } catch (RuntimeException | Error e) {
            LOG.log(System.Logger.Level.ERROR, "the gateway stops: its views are no longer sure", e);
        } finally {
            running = false;
            runTasks();
        }
    }

    private void onEvent(long sequence, long timestampNs, boolean lastOfCommand, ExchangeEvent event) {
        if (isBetweenCommands) {
            runNotes();
        }
        isBetweenCommands = lastOfCommand;
    }

    private int runTasks() {
        int count = 0;
        Runnable task;
        while (count < MAX_TASKS && (task = tasks.poll()) != null) {
            count += 1 + runNotes();
            task.run();
        }
        return count + runNotes();
    }

    /**
     * Notes go before a question that was asked after them, and before the events of a command that was sent after them:
     * what a connection asks next has its effect after the note that follows its last answer.
     */
    private int runNotes() {
        int count = 0;
        Runnable note;
        while (count < MAX_TASKS && (note = notes.poll()) != null) {
            note.run();
            count++;
        }
        return count;
    }

    @Override
    public void close() {
        running = false;
        LockSupport.unpark(thread);
        try {
            thread.join(5_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
