package org.calx.cluster;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
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
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        Process process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "--add-exports",
                        "java.base/jdk.internal.misc=ALL-UNNAMED",
                        "-cp",
                        classPath,
                        NodeProcess.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader output =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String line = output.readLine();
        while (line != null && !line.startsWith(READY)) {
            line = output.readLine();
        }
        if (line == null) {
            throw new AssertionError("the node's process ended before it was ready");
        }
        return new NodeProcess(process, AeronEndpoint.local(line.substring(READY.length())));
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
