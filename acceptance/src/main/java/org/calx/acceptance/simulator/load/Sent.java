package org.calx.acceptance.simulator.load;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Everything that senders have sent, by sender, epoch and sequence: what the bytes in the log stand for. */
public final class Sent {
    private record Life(int senderId, int epoch) {}

    private final Map<Life, List<Request>> requests = new HashMap<>();

    /** A new life of a sender, whose sequences begin with 1. */
    public List<Request> begin(int senderId, int epoch) {
        return requests.computeIfAbsent(new Life(senderId, epoch), unused -> new ArrayList<>());
    }

    /** What was sent so, or null if nothing was. */
    public Request find(int senderId, int epoch, long sequence) {
        List<Request> ofLife = requests.get(new Life(senderId, epoch));
        boolean known = ofLife != null && sequence >= 1 && sequence <= ofLife.size();
        return known ? ofLife.get((int) sequence - 1) : null;
    }
}
