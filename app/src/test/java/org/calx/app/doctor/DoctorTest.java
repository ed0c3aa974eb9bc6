package org.calx.app.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorTest {
    @TempDir
    Path folder;

    @Test
    void namesTheMendWithWhatIsWrong() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            new Doctor(new PrintStream(out, true, StandardCharsets.UTF_8))
                    .examine(taken.getLocalPort(), folder.resolve("not/yet/there"));

            assertThat(out.toString(StandardCharsets.UTF_8).lines())
                    .anyMatch(line ->
                            line.matches("warn  Port +" + taken.getLocalPort() + " is taken -> pass --http 0.*"))
                    .anyMatch(line -> line.matches("ok    Disk +\\d+ MiB free for .*not/yet/there"));
        }
    }

    @Test
    void knowsWhichNodeIsRecent() {
        assertThat(Programs.isRecent("v20.19.0")).isTrue();
        assertThat(Programs.isRecent("v22.1.0")).isTrue();
        assertThat(Programs.isRecent("v20.18.9")).isFalse();
        assertThat(Programs.isRecent("v18.20.0")).isFalse();
        assertThat(Programs.isRecent("what")).isFalse();
    }
}
