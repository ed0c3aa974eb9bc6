package org.calx.acceptance.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An unmodified CCXT Deribit class loads markets, trades and streams. */
class CcxtTest {

    @Test
    void ccxtTradesAndStreams() throws Exception {
        assumeTrue(ForeignProgram.present("node") && ForeignProgram.present("npm"), "node and npm are not installed");
        Path folder = ForeignProgram.ccxt();
        try (GatewayVenue venue = new GatewayVenue()) {
            ForeignProgram.Run check = ForeignProgram.run(
                    folder, Map.of(), "node", "deribit.mjs", venue.url(), GatewayVenue.KEY, GatewayVenue.SECRET);
            System.out.print(check.output());
            assertThat(check.status()).as(check.output()).isZero();
        }
    }
}
