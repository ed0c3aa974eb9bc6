package org.calx.app.chaos;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The judge: compares what traders were told with what the members have recorded. It knows nothing of how either came
 * about.
 */
public final class HistoryChecker {
    private static final int MOST_FINDINGS = 20;

    private final List<String> findings = new ArrayList<>();

    /** What was found wrong, at most {@value #MOST_FINDINGS} sentences; empty if all is well. */
    public List<String> findings() {
        return findings;
    }

    /** All members must have recorded the same events. */
    void compare(Map<String, StreamRecord> members) {
        StreamRecord first = members.values().iterator().next();
        members.forEach((name, record) -> {
            record.faults().forEach(fault -> find(name + ": " + fault));
            if (record.lastSequence() != first.lastSequence() || record.hash() != first.hash()) {
                find(name + " has recorded " + record.lastSequence() + " events with another content than "
                        + first.lastSequence() + " of the first member");
            }
        });
    }

    /** Every acknowledged order is in the log exactly once and under the id that was told; a refused one is not. */
    void check(List<OrderNote> notes, StreamRecord log) {
        for (OrderNote note : notes) {
            List<Long> accepted = log.accepted(note.accountId(), note.clientOrderId());
            switch (note.fate()) {
                case ACKNOWLEDGED -> {
                    if (!accepted.equals(List.of(note.orderId()))) {
                        find(note.clientOrderId() + " was acknowledged as order " + note.orderId() + "; the log has "
                                + accepted);
                    }
                }
                case REFUSED -> {
                    if (!accepted.isEmpty() && !note.uncertain()) {
                        find(note.clientOrderId() + " was refused; the log has " + accepted);
                    }
                }
            }
        }
    }

    /** What a gateway tells of an account is what the log says. */
    void checkPositions(int accountId, Map<String, Long> told, StreamRecord log) {
        if (!new TreeMap<>(told).equals(log.positions(accountId))) {
            find("account " + accountId + " is told " + new TreeMap<>(told) + "; the log has "
                    + log.positions(accountId));
        }
    }

    /** Notes something wrong. */
    void find(String finding) {
        if (findings.size() < MOST_FINDINGS) {
            findings.add(finding);
        }
    }
}
