package org.calx.acceptance.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandLineTest {
    @TempDir
    Path folder;

    @BeforeAll
    static void assumePackaged() {
        Launcher.assumePackaged();
    }

    @ParameterizedTest
    @CsvSource({
        "2, frobnicate, frobnicate",
        "2, demo --frobnicate, --frobnicate",
        "2, demo --for soon, soon",
        "2, demo --for 0s, 0s",
        "2, demo --http 65536, 65536",
        "2, demo --day 1s, --day",
        "2, demo --seed few, few",
        "2, demo --nodes 2, --nodes",
        "2, node, --config",
        "2, cluster, start",
        "2, cluster start --nodes 4 --dir /does/not/exist, --nodes",
        "3, node --config /does/not/exist.conf, /does/not/exist.conf",
        "3, gateway --config /does/not/exist.conf, /does/not/exist.conf",
        "3, cluster status --dir /does/not/exist, /does/not/exist",
        "2, chaos --kills 0, --kills",
        "2, digest, --dir",
        "2, test --fast, --fast",
        "3, demo --prices /does/not/exist.csv, /does/not/exist.csv",
        "3, demo --json /does/not/exist/report.json, /does/not/exist",
        "3, digest --dir /does/not/exist, /does/not/exist",
        "3, run --scenario /does/not/exist.scenario, /does/not/exist.scenario"
    })
    void saysAMistakeInOneLine(int exitCode, String arguments, String named) {
        try (Running command = Launcher.start(arguments.split(" "))) {
            assertThat(command.exitCode()).isEqualTo(exitCode);
            assertThat(command.errors())
                    .singleElement()
                    .asString()
                    .startsWith("calx: ")
                    .contains(named);
            assertThat(command.output()).isEmpty();
        }
    }

    @Test
    void saysThatThePortIsTaken() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Running command = Launcher.start(
                        "demo", "--http", Integer.toString(taken.getLocalPort()), "--dir", folder.toString())) {
            assertThat(command.exitCode()).isEqualTo(4);
            assertThat(command.errors())
                    .singleElement()
                    .asString()
                    .contains("port " + taken.getLocalPort() + " is taken");
        }
    }

    @Test
    void saysWhatIsWrongInAPriceFile() throws Exception {
        Path prices = Files.writeString(folder.resolve("prices.csv"), "this is no price file\n");
        try (Running command = Launcher.start("demo", "--prices", prices.toString(), "--dir", folder.toString())) {
            assertThat(command.exitCode()).isEqualTo(2);
            assertThat(command.errors()).singleElement().asString().contains("prices.csv");
        }
    }

    @Test
    void saysThatTheJdkIsMissing() {
        try (Running command = Launcher.start(Map.of("CALX_JAVA_HOME", folder.toString()), "demo")) {
            assertThat(command.exitCode()).isEqualTo(5);
            assertThat(command.errors())
                    .singleElement()
                    .asString()
                    .contains("JDK 25")
                    .contains(folder.toString());
        }
    }

    @Test
    void helpListsEveryCommand() {
        try (Running help = Launcher.start("--help")) {
            assertThat(help.exitCode()).isZero();
            for (String command : List.of(
                    "demo", "cluster", "node", "chaos", "run", "digest", "doctor", "build", "test", "bench",
                    "format")) {
                assertThat(help.output()).anyMatch(line -> line.startsWith("  " + command + " "));
            }
        }
    }

    @Test
    void examinesTheMachine() {
        try (Running doctor = Launcher.start("doctor", "--http", "0", "--dir", folder.toString())) {
            assertThat(doctor.exitCode()).as("%s", doctor.output()).isZero();
            assertThat(doctor.output()).anyMatch(line -> line.matches("ok +JDK +25.*"));
            assertThat(doctor.output()).last().isEqualTo("The exchange can run here.");
        }
    }

    @Test
    void leavesNoStackTraceWithoutDebug() {
        try (Running plain = Launcher.start("digest", "--dir", "/does/not/exist");
                Running debug = Launcher.start("digest", "--dir", "/does/not/exist", "--debug")) {
            assertThat(plain.exitCode()).isEqualTo(debug.exitCode());
            assertThat(plain.errors()).noneMatch(line -> line.contains("\tat "));
            assertThat(debug.errors()).anyMatch(line -> line.contains("\tat "));
        }
    }
}
