package org.calx.cluster;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.calx.api.client.AeronEndpoint;

/** A node in a process of its own, which can be killed. */
final class NodeProcess implements AutoCloseable {
    private static final String READY = "ready ";

    private final Process process;
    private final AeronEndpoint endpoint;

    private NodeProcess(Process process, AeronEndpoint endpoint) {
        this.process = process;
        this.endpoint = endpoint;
    }

    /** The process: runs a node until its standard input ends. */
    public static void main(String[] args) throws IOException {
        try (ClusterNode node = ClusterNode.start(ClusterNodeConfig.single(Path.of(args[0])))) {
            System.out.println(READY + node.endpoint().aeronDirectory());
            while (System.in.read() >= 0) {
                Thread.onSpinWait();
            }
        }
    }

    /** Starts a process and waits until its node is up. */
    static NodeProcess start(Path folder) throws IOException {
        Path errors = Files.createTempFile("calx-node-process", ".txt");
        Process process = new ProcessBuilder(commandLine(folder))
                .redirectError(errors.toFile())
                .start();
        BufferedReader output =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String line = output.readLine();
        while (line != null && !line.startsWith(READY)) {
            line = output.readLine();
        }
        if (line == null) {
            throw new AssertionError("the node's process ended before it was ready: " + Files.readString(errors));
        }
        Files.delete(errors);
        return new NodeProcess(process, AeronEndpoint.local(line.substring(READY.length())));
    }

    /** This machine's own flags, for the child to open the same modules: it may find half a fragment to cut off. */
    private static List<String> commandLine(Path folder) {
        List<String> line = new ArrayList<>();
        line.add(ProcessHandle.current().info().command().orElseThrow());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(flag -> flag.startsWith("--add-"))
                .forEach(line::add);
        line.add("-cp");
        line.add(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
        line.add(NodeProcess.class.getName());
        line.add(folder.toString());
        return line;
    }

    AeronEndpoint endpoint() {
        return endpoint;
    }

    /** Ends the process as {@code kill -9} does. */
    void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    @Override
    public void close() {
        kill();
    }
}
