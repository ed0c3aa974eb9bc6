package org.calx.bench.failover;

import java.nio.file.Path;
import org.calx.app.MemberProcess;
import org.calx.app.UserError;
import org.calx.bench.roundtrip.EchoService;
import org.calx.cluster.ClusterNode;

/** A member of a cluster that carries the echo service. */
public final class EchoMember {
    private EchoMember() {}

    /** Runs the member until the process is told to end. @param args {@code --config FILE} */
    public static void main(String[] args) {
        try {
            System.exit(MemberProcess.run(Path.of(args[1]), config -> ClusterNode.start(config, new EchoService())));
        } catch (UserError e) {
            System.err.println("echo: " + e.getMessage());
            System.exit(e.exitCode());
        }
    }
}
