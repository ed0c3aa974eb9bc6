package org.calx.gateway.guard;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The guards of one connection: none for most, one for most others, several if it resumes sessions or uses more accounts. */
public final class ConnectionGuards {
    private final List<Guard> guards = new ArrayList<>();
    private boolean isOver;

    /** The guard that new orders of an account are entered under. */
    public synchronized Optional<Guard> current(int accountId) {
        return guards.reversed().stream()
                .filter(guard -> guard.accountId == accountId)
                .findFirst();
    }

    /** The session's number for new orders of an account, 0 for none. */
    public synchronized long number(int accountId) {
        return guards.isEmpty()
                ? 0
                : current(accountId).map(guard -> guard.number).orElse(0L);
    }

    synchronized List<Guard> of(int accountId) {
        return guards.stream().filter(guard -> guard.accountId == accountId).toList();
    }

    /** @throws IllegalStateException if the connection is over */
    synchronized void add(Guard guard) {
        if (isOver) {
            throw new IllegalStateException("the connection is over");
        }
        guards.add(guard);
    }

    synchronized void remove(Guard guard) {
        guards.remove(guard);
    }

    /** Takes all of them out; none can be added any more. */
    synchronized List<Guard> takeAll() {
        isOver = true;
        List<Guard> taken = List.copyOf(guards);
        guards.clear();
        return taken;
    }
}
