package org.calx.app.local;

import java.time.Duration;
import org.calx.cluster.IdleMode;

/**
 * What a new cluster on this machine is made of.
 *
 * @param members 1, 3 or 5
 * @param gateways 1 to 8
 * @param httpPort port of the first gateway's web page and API, the next ones follow; 0 for any free ones
 * @param market whether the demo market runs on it
 * @param day length of the market's business day
 * @param seed seed of the market's participants
 * @param heartbeatTimeout how long members wait for a silent leader
 * @param idle what idle threads of its processes do
 */
public record ClusterPlan(
        int members,
        int gateways,
        int httpPort,
        boolean market,
        Duration day,
        long seed,
        Duration heartbeatTimeout,
        IdleMode idle) {}
