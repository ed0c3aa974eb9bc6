package org.calx.app;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.calx.app.doctor.Doctor;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code calx doctor}. */
@Command(name = "doctor", description = "Say what this machine has and lacks for Calx, with the mend for each.")
final class DoctorCommand implements Callable<Integer> {
    @Option(names = "--http", paramLabel = "PORT", description = "Port to look at (default: ${DEFAULT-VALUE}).")
    private int port = DemoCommand.DEFAULT_PORT;

    @Option(names = "--dir", paramLabel = "FOLDER", description = "Data folder to look at (default: data/demo).")
    private Path folder = DataFolder.standard();

    @Override
    public Integer call() {
        return new Doctor(System.out).examine(port, folder);
    }
}
