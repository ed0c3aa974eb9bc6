package org.calx.gateway.web;

import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;

/** {@code /livez}: the process answers. {@code /readyz}: its views are whole and follow the exchange. */
public final class Health implements HttpService {
    private final Entrance entrance;

    public Health(Entrance entrance) {
        this.entrance = entrance;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get("/livez", (request, response) -> response.send("ok\n"));
        rules.get("/readyz", (request, response) -> {
            boolean ready = entrance.inside().isReady();
            response.status(ready ? Status.OK_200 : Status.SERVICE_UNAVAILABLE_503)
                    .send(ready ? "ok\n" : "no complete view of the exchange\n");
        });
    }
}
