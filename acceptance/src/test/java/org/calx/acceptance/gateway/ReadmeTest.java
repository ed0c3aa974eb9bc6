package org.calx.acceptance.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README's first contacts run as they stand. */
class ReadmeTest {
    @TempDir
    Path folder;

    @Test
    void curlReadsABookAndTrades() throws Exception {
        assumeTrue(ForeignProgram.present("curl"), "curl is not installed");
        String output = execute("curl", "sh", "first.sh", folder);
        assertThat(output.lines().filter(line -> line.contains("\"result\""))).hasSize(3);
        assertThat(output).contains("\"order_state\":\"open\"").doesNotContain("\"error\"");
    }

    @Test
    void pythonListsPricesAndFunds() throws Exception {
        assumeTrue(ForeignProgram.present("python3"), "python3 is not installed");
        assertThat(execute("python", "python3", "first.py", folder).lines())
                .contains("H100-31DEC26 2.49 2.51")
                .last()
                .asString()
                .matches("100000(\\.0)?");
    }

    @Test
    void ccxtReadsABook() throws Exception {
        assumeTrue(ForeignProgram.present("node") && ForeignProgram.present("npm"), "node and npm are not installed");
        Path ccxt = ForeignProgram.ccxt();
        Path script = Files.createTempFile(ccxt, "first", ".mjs");
        try {
            assertThat(execute("ccxt", "node", script.getFileName().toString(), ccxt))
                    .contains("H100/USD:USD-261231 [ 2.49, 10 ] [ 2.51, 10 ]");
        } finally {
            Files.delete(script);
        }
    }

    private static String execute(String snippet, String program, String file, Path folder) throws Exception {
        Files.writeString(folder.resolve(file), snippet(snippet));
        try (GatewayVenue venue = new GatewayVenue()) {
            Map<String, String> environment = Map.of(
                    "CALX_URL", venue.url(),
                    "CLIENT_ID", GatewayVenue.KEY,
                    "CLIENT_SECRET", GatewayVenue.SECRET,
                    "INSTRUMENT", GatewayVenue.SYMBOL,
                    "PRICE", "2.45");
            ForeignProgram.Run run = ForeignProgram.run(folder, environment, program, file);
            assertThat(run.status()).as(run.output()).isZero();
            return run.output().replace("}{", "}\n{");
        }
    }

    private static String snippet(String name) throws IOException {
        String readme = Files.readString(Path.of("../README.md"), StandardCharsets.UTF_8);
        Matcher matcher = Pattern.compile("<!-- snippet: " + name + " -->\n```\\w+\n(.*?)```", Pattern.DOTALL)
                .matcher(readme);
        assertThat(matcher.find()).as("README.md has a snippet %s", name).isTrue();
        return matcher.group(1);
    }
}
