package org.calx.app;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A clean end at an interrupt or termination signal: what runs is asked to stop, is waited for, and the process then ends
 * with {@link ExitCode#OK} instead of the signal's number.
 */
public final class Ending {
    private static final long PATIENCE_SECONDS = 60;

    private final Runnable stop;
    private final CountDownLatch done = new CountDownLatch(1);
    private final Thread hook = new Thread(this::end, "calx-ending");

    private Ending(Runnable stop) {
        this.stop = stop;
    }

    /** From now on a signal calls {@code stop} and waits for {@link #close}. */
    public static Ending on(Runnable stop) {
        Ending ending = new Ending(stop);
        Runtime.getRuntime().addShutdownHook(ending.hook);
        return ending;
    }

    private void end() {
        stop.run();
        boolean clean = false;
        try {
            clean = done.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        System.out.flush();
        Runtime.getRuntime().halt(clean ? ExitCode.OK : ExitCode.FAILED);
    }

    /** What ran has ended. */
    public void close() {
        done.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException shuttingDown) {
            // A signal has come: the hook ends the process.
        }
    }
}
