package org.calx.app.doctor;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;

/** Examines the machine and says, a line for each thing, what will do, what will not, and the mend. */
public final class Doctor {
    private static final int DEFAULT_PORT = 8080;
    private static final int EXIT_OK = 0;
    private static final int EXIT_UNAVAILABLE = 5;

    private final PrintStream out;

    /** @param out where the findings go */
    public Doctor(PrintStream out) {
        this.out = out;
    }

    /** Examines with default port and folder: how the launcher starts it from its sources. Takes no arguments. */
    public static void main(String[] arguments) {
        Path root = Path.of(System.getProperty("calx.root", ""));
        System.exit(new Doctor(System.out)
                .examine(DEFAULT_PORT, root.resolve("data").resolve("demo")));
    }

    /**
     * Examines and prints.
     *
     * @param port the port that the exchange would listen on, 0 for any
     * @param dataFolder where it would keep its data; need not exist
     * @return 0 if the exchange can run, 5 if something that it needs is lacking
     */
    public int examine(int port, Path dataFolder) {
        List<Finding> findings = List.of(
                Machine.java(),
                Machine.cores(),
                Machine.memory(),
                Space.disk(dataFolder),
                Space.sharedMemory(),
                Ports.http(port),
                Programs.maven(),
                Programs.node(),
                Programs.chromium());
        findings.forEach(finding -> out.println(finding.line()));
        boolean lacking = findings.stream().anyMatch(finding -> finding.grade() == Finding.Grade.LACKING);
        out.println(lacking ? "The exchange cannot run here yet." : "The exchange can run here.");
        return lacking ? EXIT_UNAVAILABLE : EXIT_OK;
    }
}
