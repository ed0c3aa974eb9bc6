package org.calx.gateway.web;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.staticcontent.FileSystemHandlerConfig;
import io.helidon.webserver.staticcontent.StaticContentFeature;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The web terminal's files at {@code /}, or a page that says how to build them. */
public final class Terminal {
    private static final String MISSING = """
            <!doctype html>
            <html lang="en"><head><meta charset="utf-8"><title>Calx</title></head>
            <body>
            <h1>Calx</h1>
            <p>The exchange is running. The web terminal has not been built; build it with Node.js 20 or newer:</p>
            <pre>cd ui && npm ci && npm run build</pre>
            <p>The API answers at <code>/api/v2</code> and <code>/ws/api/v2</code>.</p>
            </body></html>
            """;

    private Terminal() {}

    /** Adds the routes. */
    public static void route(HttpRouting.Builder routing, Optional<Path> folder) {
        if (folder.isPresent() && Files.isRegularFile(folder.get().resolve("index.html"))) {
            routing.register(
                    "/",
                    StaticContentFeature.createService(FileSystemHandlerConfig.builder()
                            .location(folder.get())
                            .welcome("index.html")
                            .build()));
            return;
        }
        routing.get("/", (request, response) -> response.header(HeaderNames.CONTENT_TYPE, "text/html; charset=utf-8")
                .send(MISSING));
    }
}
