package org.calx.acceptance.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import org.calx.model.ProtocolVersion;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(1_200)
class ClusterProcessTest {
    @TempDir
    Path folder;

    @BeforeAll
    static void assumePackaged() {
        Launcher.assumePackaged();
    }

    @AfterEach
    void end() {
        cluster("stop");
    }

    @Test
    void startsKillsItsLeaderGoesOnWithAnotherAndTakesTheLostOneBack() {
        List<String> started = cluster("start", "--no-market", "--gateways", "1", "--http", "0");
        assertThat(started).filteredOn(line -> line.contains(" leader ")).hasSize(1);
        assertThat(started)
                .filteredOn(line -> line.startsWith("member-"))
                .hasSize(3)
                .allMatch(ready());

        String killed = cluster("kill-leader").getFirst().split(" ")[0];
        assertThat(line(cluster("status"), killed)).contains(" down ");

        assertThat(cluster("start"))
                .filteredOn(line -> line.startsWith("member-"))
                .hasSize(3)
                .allMatch(ready());
        assertThat(line(cluster("status"), killed)).contains(" follower ");
    }

    @Test
    void aVenueIsFoundedAtTheNewestProtocolVersionAndGoesToNoneThatAMemberDoesNotKnow() throws Exception {
        String member = line(cluster("start", "--nodes", "1", "--gateways", "1", "--http", "0"), "member-0");
        String door = member.substring(member.indexOf("http://") + "http://".length());
        int newest = ProtocolVersion.newest().number();
        while (!state(door).contains("\"protocolVersion\":" + newest)) {
            Thread.onSpinWait();
        }
        cluster("kill", "market");
        Path config = folder.resolve("cluster").resolve("operator.conf");
        Files.writeString(config, """
                include "members.conf"
                host = localhost
                sender = 1
                key = operator-keys/operator.pem
                doors = ["%s"]
                """.formatted(door));

        try (Running told = Launcher.start("protocol", "--config", config.toString())) {
            assertThat(told.exitCode()).as("%s", told.errors()).isZero();
            assertThat(told.output()).containsExactly("protocol version " + newest + ", all members know " + newest);
        }
        try (Running refused = Launcher.start("protocol", "--config", config.toString(), "--to", "" + (newest + 1))) {
            assertThat(refused.exitCode()).isEqualTo(1);
            assertThat(refused.errors()).anyMatch(line -> line.contains("install the new build on all members first"));
        }
    }

    private static String state(String door) throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(
                            HttpRequest.newBuilder(URI.create("http://" + door + "/state"))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
        }
    }

    private static Predicate<String> ready() {
        return line -> line.contains(" ready ");
    }

    private static String line(List<String> status, String name) {
        return status.stream().filter(line -> line.startsWith(name)).findFirst().orElseThrow();
    }

    private List<String> cluster(String command, String... options) {
        String[] arguments = new String[options.length + 4];
        arguments[0] = "cluster";
        arguments[1] = command;
        arguments[2] = "--dir";
        arguments[3] = folder.resolve("cluster").toString();
        System.arraycopy(options, 0, arguments, 4, options.length);
        try (Running running = Launcher.start(arguments)) {
            assertThat(running.exitCode())
                    .as("%s %s", running.output(), running.errors())
                    .isZero();
            return List.copyOf(running.output());
        }
    }
}
