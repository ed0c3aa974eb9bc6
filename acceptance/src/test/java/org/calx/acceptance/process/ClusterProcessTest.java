package org.calx.acceptance.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
