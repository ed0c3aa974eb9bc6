package org.calx.acceptance.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.calx.gateway.session.GatewayLimits;
import org.junit.jupiter.api.Test;

/** A client that does not read is cut off; the others notice nothing. */
class SlowConsumerTest {
    private static final int MOST_REQUESTS = 2_000_000;
    private static final byte[] MASK = {1, 2, 3, 4};

    @Test
    void aClientThatDoesNotReadIsDisconnected() throws Exception {
        GatewayLimits.Rate fast = new GatewayLimits.Rate(10_000_000, 1_000_000);
        GatewayLimits limits = GatewayLimits.defaults().withQueue(64, 1_000_000).withRates(fast, fast, fast);
        try (GatewayVenue venue = new GatewayVenue(config -> config.withLimits(limits));
                TestClient reader = new TestClient(venue);
                Socket stalled = connect(venue)) {
            reader.result("public/test", "{}");
            assertThat(venue.gateway.openConnections()).isEqualTo(2);
            assertThat(askUntilCut(stalled)).as("requests before the cut").isLessThan(MOST_REQUESTS);
            while (venue.gateway.openConnections() == 2) {
                reader.result("public/test", "{}");
            }
            assertThat(reader.result("public/get_instruments", "{}")).hasSize(2);
        }
    }

    /** A WebSocket by hand, so that nothing reads what comes. */
    private static Socket connect(GatewayVenue venue) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(4_096);
        socket.connect(new java.net.InetSocketAddress(InetAddress.getLoopbackAddress(), venue.gateway.port()));
        String upgrade = "GET /ws/api/v2 HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n";
        socket.getOutputStream().write(upgrade.getBytes(StandardCharsets.US_ASCII));
        InputStream in = socket.getInputStream();
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            head.append((char) in.read());
        }
        assertThat(head.toString()).startsWith("HTTP/1.1 101");
        return socket;
    }

    /** Asks without reading. @return how many requests could be sent before the connection was gone */
    private static int askUntilCut(Socket socket) throws IOException {
        byte[] request = frame("{\"id\":1,\"method\":\"public/get_instruments\"}");
        OutputStream out = socket.getOutputStream();
        for (int sent = 0; sent < MOST_REQUESTS; sent++) {
            try {
                out.write(request);
            } catch (IOException e) {
                return sent;
            }
        }
        return MOST_REQUESTS;
    }

    private static byte[] frame(String text) {
        byte[] payload = text.getBytes(StandardCharsets.UTF_8);
        byte[] frame = new byte[6 + payload.length];
        frame[0] = (byte) 0x81;
        frame[1] = (byte) (0x80 | payload.length);
        System.arraycopy(MASK, 0, frame, 2, MASK.length);
        for (int i = 0; i < payload.length; i++) {
            frame[6 + i] = (byte) (payload[i] ^ MASK[i % MASK.length]);
        }
        return frame;
    }
}
