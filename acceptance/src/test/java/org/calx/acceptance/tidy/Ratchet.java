package org.calx.acceptance.tidy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A list of those that break a limit, by name and size. It may only shrink: a new offender fails, one that has grown
 * fails, and one that has become smaller fails until the list says so.
 */
final class Ratchet {
    private final Map<String, Integer> listed;

    private Ratchet(Map<String, Integer> listed) {
        this.listed = listed;
    }

    /** Reads lines of {@code SIZE NAME}; empty lines and those that begin with {@code #} are left out. */
    static Ratchet read(Path file) {
        return of(SourceTree.lines(file));
    }

    static Ratchet of(List<String> lines) {
        Map<String, Integer> listed = new TreeMap<>();
        for (String line : lines) {
            if (!line.isBlank() && !line.startsWith("#")) {
                String[] parts = line.split(" ", 2);
                listed.put(parts[1], Integer.parseInt(parts[0]));
            }
        }
        return new Ratchet(listed);
    }

    /**
     * What is wrong, a line for each.
     *
     * @param sizes all that was measured, by name
     * @param limit largest size that needs no place on the list
     * @param listedHere tells which of the listed names were measured here
     */
    List<String> complaints(Map<String, Integer> sizes, int limit, java.util.function.Predicate<String> listedHere) {
        List<String> complaints = new ArrayList<>();
        sizes.forEach((name, size) -> {
            if (size > listed.getOrDefault(name, limit)) {
                complaints.add(name + " has " + size + " lines; the limit is " + listed.getOrDefault(name, limit));
            }
        });
        listed.forEach((name, size) -> {
            int now = sizes.getOrDefault(name, 0);
            if (listedHere.test(name) && now < size) {
                complaints.add(name + " has shrunk to " + now + " lines: lower or remove its entry of " + size);
            }
        });
        return complaints;
    }
}
