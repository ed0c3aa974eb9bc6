package org.calx.app.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A process of the cluster, known by the file with its id: it goes on when the program that started it ends, and another
 * one can find it again. Ids are used again by the operating system, so the file holds the time of its start too.
 */
public final class LocalProcess {
    private static final String MEMORY = "-Xmx512m";
    private static final List<Path> SETSID = List.of(Path.of("/usr/bin/setsid"), Path.of("/bin/setsid"));

    private final ClusterFolder folder;
    private final String name;
    private final List<String> prefix;
    private final List<String> command;

    /**
     * @param prefix a command in front of Java's, to start it elsewhere
     * @param command main class, and the arguments before {@code --config}
     */
    LocalProcess(ClusterFolder folder, String name, List<String> prefix, List<String> command) {
        this.folder = folder;
        this.name = name;
        this.prefix = prefix;
        this.command = command;
    }

    public String name() {
        return name;
    }

    /** Starts it, unless it runs. */
    public void start() {
        if (running().isPresent()) {
            return;
        }
        try {
            Path log = folder.log(name);
            Process process = new ProcessBuilder(commandLine())
                    .redirectErrorStream(true)
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
            Files.writeString(folder.pid(name), process.pid() + " " + startMillis(process.toHandle()) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start " + name, e);
        }
    }

    private List<String> commandLine() {
        List<String> line = new ArrayList<>();
        SETSID.stream().filter(Files::isExecutable).findFirst().ifPresent(program -> line.add(program.toString()));
        line.addAll(prefix);
        line.addAll(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                MEMORY,
                "-XX:+UseSerialGC",
                "-XX:+UseCompactObjectHeaders",
                "-XX:-UsePerfData",
                "--add-exports",
                "java.base/jdk.internal.misc=ALL-UNNAMED",
                "--add-opens",
                "java.base/java.util.zip=ALL-UNNAMED",
                "-Djava.net.preferIPv4Stack=true",
                "-cp",
                System.getProperty("java.class.path")));
        line.addAll(command);
        line.addAll(List.of("--config", folder.config(name).toString()));
        return line;
    }

    /** The process, if it runs. */
    public Optional<ProcessHandle> running() {
        try {
            Path file = folder.pid(name);
            if (!Files.exists(file)) {
                return Optional.empty();
            }
            String[] parts = Files.readString(file).strip().split(" ");
            return parts.length < 2
                    ? Optional.empty()
                    : ProcessHandle.of(Long.parseLong(parts[0]))
                            .filter(handle -> handle.isAlive() && startMillis(handle) == Long.parseLong(parts[1]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends it as {@code kill -9} does, and waits for its end. @return whether it ran */
    public boolean kill() {
        Optional<ProcessHandle> process = running();
        process.ifPresent(handle -> {
            handle.destroyForcibly();
            handle.onExit().join();
        });
        return process.isPresent();
    }

    /** Asks it to end. */
    public void terminate() {
        running().ifPresent(ProcessHandle::destroy);
    }

    /** Waits for its end, and kills it when that takes too long. */
    public void awaitEnd(long seconds) {
        running().ifPresent(handle -> {
            try {
                handle.onExit().get(seconds, TimeUnit.SECONDS);
            } catch (TimeoutException e) {
                kill();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (java.util.concurrent.ExecutionException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    /** Sends a signal, such as {@code STOP}. */
    public void signal(String signal) {
        running().ifPresent(handle -> {
            try {
                new ProcessBuilder("kill", "-" + signal, Long.toString(handle.pid()))
                        .start()
                        .waitFor();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private static long startMillis(ProcessHandle handle) {
        return handle.info().startInstant().map(java.time.Instant::toEpochMilli).orElse(0L);
    }
}
