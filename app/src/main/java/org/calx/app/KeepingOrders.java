package org.calx.app;

import java.util.LinkedHashMap;
import java.util.Map;
import org.calx.app.ops.OpsServer;
import org.calx.cluster.ClusterNode;
import org.calx.cluster.PruneReport;
import org.calx.cluster.Retention;

/** What operators order of one member's files at its operators' door: snapshots and pruning. */
final class KeepingOrders {
    private final ClusterNode node;

    private KeepingOrders(ClusterNode node) {
        this.node = node;
    }

    /** Adds {@code POST /snapshot} and {@code POST /prune?snapshots=N&eventBytes=N}. */
    static void add(OpsServer ops, ClusterNode node) {
        KeepingOrders orders = new KeepingOrders(node);
        ops.order("/snapshot", orders::snapshot).order("/prune", orders::prune);
    }

    private Map<String, Object> snapshot(Map<String, String> arguments) {
        if (!node.takeSnapshot()) {
            throw new IllegalStateException("only the leader orders a snapshot, and one at a time");
        }
        return Map.of("snapshots", node.status().snapshots());
    }

    private Map<String, Object> prune(Map<String, String> arguments) {
        Retention standard = Retention.DEFAULT;
        PruneReport report = node.prune(new Retention(
                (int) number(arguments, "snapshots", standard.snapshots(), Integer.MAX_VALUE),
                number(arguments, "eventBytes", standard.eventBytes(), Long.MAX_VALUE)));
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("snapshots", report.snapshots());
        fields.put("logBytes", report.logBytes());
        fields.put("eventBytes", report.eventBytes());
        fields.put("kept", report.kept());
        return fields;
    }

    private static long number(Map<String, String> arguments, String name, long otherwise, long most) {
        String text = arguments.get(name);
        if (text == null) {
            return otherwise;
        }
        try {
            long value = Long.parseLong(text);
            if (value >= 0 && value <= most) {
                return value;
            }
        } catch (NumberFormatException e) {
            // Told below, with what is allowed.
        }
        throw new IllegalArgumentException(name + " is a whole number up to " + most + ", not " + text);
    }
}
