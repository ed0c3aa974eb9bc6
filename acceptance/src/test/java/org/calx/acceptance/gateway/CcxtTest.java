package org.calx.acceptance.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** An unmodified CCXT Deribit class loads markets, trades and streams. */
class CcxtTest {
    private static final long MINUTES = 5;

    @Test
    void ccxtTradesAndStreams() throws Exception {
        Path folder = Path.of("ccxt").toAbsolutePath();
        assumeTrue(runs("node", "--version") && runs("npm", "--version"), "node and npm are not installed");
        if (!Files.isDirectory(folder.resolve("node_modules/ccxt"))) {
            Run install = run(folder, "npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund");
            assertThat(install.status).as(install.output).isZero();
        }
        try (GatewayVenue venue = new GatewayVenue()) {
            Run check = run(folder, "node", "deribit.mjs", venue.url(), GatewayVenue.KEY, GatewayVenue.SECRET);
            System.out.print(check.output);
            assertThat(check.status).as(check.output).isZero();
        }
    }

    private static boolean runs(String... command) throws InterruptedException {
        try {
            return run(Path.of("").toAbsolutePath(), command).status == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static Run run(Path folder, String... command) throws IOException, InterruptedException {
        Path output = Files.createTempFile("ccxt", ".txt");
        try {
            Process process = new ProcessBuilder(List.of(command))
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            boolean ended = process.waitFor(MINUTES, TimeUnit.MINUTES);
            if (!ended) {
                process.destroyForcibly().waitFor();
            }
            return new Run(ended ? process.exitValue() : -1, Files.readString(output, StandardCharsets.UTF_8));
        } finally {
            Files.delete(output);
        }
    }

    private record Run(int status, String output) {}
}
