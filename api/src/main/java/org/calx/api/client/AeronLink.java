package org.calx.api.client;

import io.aeron.Aeron;
import io.aeron.CommonContext;
import io.aeron.RethrowingErrorHandler;
import java.io.File;
import java.util.concurrent.TimeUnit;
import org.agrona.CloseHelper;

/**
 * A program's connection to a media driver, opened when it is first needed and opened again after the driver was
 * replaced. One for each client.
 */
final class AeronLink implements AutoCloseable {
    private static final long DRIVER_TIMEOUT_MS = TimeUnit.SECONDS.toMillis(5);

    private final AeronEndpoint endpoint;
    private Aeron aeron;

    AeronLink(AeronEndpoint endpoint) {
        this.endpoint = endpoint;
    }

    AeronEndpoint endpoint() {
        return endpoint;
    }

    /** The connection. @throws RuntimeException if there is no driver */
    synchronized Aeron aeron() {
        if (aeron == null || aeron.isClosed()) {
            requireDriver();
            aeron = Aeron.connect(new Aeron.Context()
                    .aeronDirectoryName(endpoint.aeronDirectory())
                    .driverTimeoutMs(DRIVER_TIMEOUT_MS)
                    .subscriberErrorHandler(RethrowingErrorHandler.INSTANCE)
                    .errorHandler(AeronLink::onError)
                    .clientName("calx-client"));
        }
        return aeron;
    }

    @Override
    public synchronized void close() {
        CloseHelper.quietClose(aeron);
    }

    private void requireDriver() {
        File directory = new File(endpoint.aeronDirectory());
        if (!CommonContext.isDriverActive(directory, DRIVER_TIMEOUT_MS, message -> {})) {
            throw new IllegalStateException("no node is running at " + directory);
        }
    }

    private static void onError(Throwable error) {
        System.getLogger("org.calx.api.client").log(System.Logger.Level.DEBUG, "media driver connection", error);
    }
}
