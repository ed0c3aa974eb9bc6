package org.calx.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.calx.app.ExitCode;
import org.calx.app.UserError;
import org.calx.risk.array.Scenario;
import org.calx.risk.publish.PublishSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigFileTest {
    private static final String GOOD = """
            members = ["a:9000", "b:9010", "c:9020"]
            member = 1
            dir = data
            ops = "127.0.0.1:9100"
            """;

    @TempDir
    Path folder;

    @Test
    void readsAMember() throws IOException {
        NodeSettings settings = read(GOOD + "heartbeat-timeout = 250ms\nidle = yield\n");
        assertThat(settings.node().memberId()).isEqualTo(1);
        assertThat(settings.node().members()).hasSize(3);
        assertThat(settings.node().directory()).isEqualTo(folder.resolve("data"));
        assertThat(settings.node().leaderHeartbeatTimeout()).isEqualTo(Duration.ofMillis(250));
        assertThat(settings.ops()).isEqualTo(new HostPort("127.0.0.1", 9_100));
    }

    @Test
    void theMembersMayStandInAFileForAll() throws IOException {
        Files.writeString(folder.resolve("members.conf"), "members = [\"a:9000\"]\n");
        NodeSettings settings = read("include \"members.conf\"\nmember = 0\ndir = data\nops = \"localhost:0\"\n");
        assertThat(settings.node().members().getFirst().host()).isEqualTo("a");
    }

    /** A file in the working directory, named without a folder, still finds the file for all beside it. */
    @Test
    void aNameWithoutAFolderIncludesFilesBesideIt() throws IOException {
        Path members = Files.createTempFile(Path.of(""), "members", ".conf");
        Path node = Files.createTempFile(Path.of(""), "node", ".conf");
        try {
            Files.writeString(members, "members = [\"a:9000\"]\n");
            Files.writeString(node, "include \"" + members + "\"\nmember = 0\ndir = data\nops = \"localhost:0\"\n");
            assertThat(node.getParent()).isNull();
            assertThat(NodeSettings.read(node).node().members()).hasSize(1);
        } finally {
            Files.delete(members);
            Files.delete(node);
        }
    }

    @Test
    void readsAPublisher() throws IOException {
        Path file = folder.resolve("publisher.conf");
        String given = "members = [\"a:9000\"]\nhost = b\nsender = 91\ninstance = 1\nops = \"localhost:0\"\n";
        Files.writeString(file, given);
        assertThat(PublisherSettings.read(file).publish()).isEqualTo(PublishSettings.usual());
        Files.writeString(file, given + "scan-volatility-permille = 250\noption-volatility-permille = 800\n");
        PublishSettings changed = PublisherSettings.read(file).publish();
        assertThat(changed.scanVolatilityPermille()).isEqualTo(250);
        assertThat(changed.optionVolatilityPermille()).isEqualTo(800);
        Files.writeString(file, given + "grids { H100 = [[1, 0.5], [-3, 0, 0.33]] }\n");
        assertThat(PublisherSettings.read(file).publish().grids())
                .isEqualTo(Map.of("H100", List.of(new Scenario(1, 0.5, 1), new Scenario(-3, 0, 0.33))));
        for (String grid : List.of("1", "[1]", "[[1]]", "[[1, x]]", "[]")) {
            Files.writeString(file, given + "grids { H100 = " + grid + " }\n");
            assertThatThrownBy(() -> PublisherSettings.read(file))
                    .isInstanceOf(UserError.class)
                    .hasMessageContaining("publisher.conf:6: grids ");
        }
        Files.writeString(file, given + "option-volatility-permille = 0\n");
        assertThatThrownBy(() -> PublisherSettings.read(file))
                .isInstanceOf(UserError.class)
                .hasMessageContaining(
                        "publisher.conf:6: option-volatility-permille must be a whole number from 1 to 10000");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "member = 3               | 5 | member must be a whole number from 0 to 2, not 3",
                "member = one             | 5 | member must be a whole number from 0 to 2",
                "members = [\"a:9000\", \"b:1\"] | 5 | members must be a list of 1, 3 or 5 members",
                "members = [\"a\"]        | 5 | members must be host:port",
                "members = [\"a:65533\"]  | 5 | base port",
                "heartbeat-timeout = 1ms  | 5 | heartbeat-timeout must be a duration from 100ms to 60s",
                "heartbeat-timeout = soon | 5 | heartbeat-timeout must be a duration from 100ms to 60s",
                "event-term-length = 3m   | 5 | event-term-length must be a power of two from 64k to 256m",
                "file-sync-level = 3      | 5 | file-sync-level must be a whole number from 0 to 2",
                "idle = lazy              | 5 | idle must be one of backoff, sparing, yield, not lazy",
                "ops = nowhere            | 5 | ops must be host:port",
                "colour = blue            | 5 | colour is not a key of this file; allowed are dir",
            })
    void namesFileLineKeyAndWhatIsAllowed(String line, int number, String told) {
        assertThatThrownBy(() -> read(GOOD + line + "\n"))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("node.conf:" + number + ": ")
                .hasMessageContaining(told)
                .satisfies(error -> assertThat(((UserError) error).exitCode()).isEqualTo(ExitCode.USAGE));
    }

    @Test
    void saysWhatIsMissing() {
        assertThatThrownBy(() -> read(GOOD.replace("dir = data\n", "")))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("node.conf: dir is missing");
    }

    @Test
    void saysWhereTheFileCannotBeRead() {
        assertThatThrownBy(() -> read("members = [\n"))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("node.conf");
        assertThatThrownBy(() -> NodeSettings.read(folder.resolve("none.conf")))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("there is no file");
    }

    private NodeSettings read(String text) throws IOException {
        return NodeSettings.read(Files.writeString(folder.resolve("node.conf"), text));
    }
}
