package org.calx.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What a measurement was taken under; part of every result.
 *
 * @param jdk vendor and version of the JVM
 * @param cpu model name where the system tells it, else the architecture
 * @param cores processors the JVM sees
 * @param loadAverage of the last minute when the run began, negative where unknown
 */
record Conditions(String jdk, String cpu, int cores, double loadAverage) {

    static Conditions now() {
        return new Conditions(
                System.getProperty("java.vendor") + " " + Runtime.version(),
                cpuModel(),
                Runtime.getRuntime().availableProcessors(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    private static String cpuModel() {
        Path cpuInfo = Path.of("/proc/cpuinfo");
        if (Files.isReadable(cpuInfo)) {
            try (var lines = Files.lines(cpuInfo)) {
                return lines.filter(line -> line.startsWith("model name"))
                        .map(line -> line.substring(line.indexOf(':') + 1).strip())
                        .findFirst()
                        .orElse(System.getProperty("os.arch"));
            } catch (IOException e) {
                return System.getProperty("os.arch");
            }
        }
        return System.getProperty("os.arch");
    }

    JsonLine json() {
        return new JsonLine()
                .put("jdk", jdk)
                .put("cpu", cpu)
                .put("cores", cores)
                .put("loadAverage", Math.round(loadAverage * 100) / 100.0);
    }
}
