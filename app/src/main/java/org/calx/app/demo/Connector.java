package org.calx.app.demo;

import org.calx.api.client.ExchangeClient;
import org.calx.api.client.SigningKey;

/** How the demo market gets its clients, one per sender. */
@FunctionalInterface
public interface Connector {

    /** A client that sends as this sender, signing if the key is not null, and reads the event stream; the caller closes it. */
    ExchangeClient connect(int senderId, SigningKey key);
}
