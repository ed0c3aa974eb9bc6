package org.calx.app.scenario;

import java.util.HashMap;
import java.util.Map;

/**
 * The names of one kind of thing in a scenario and the ids they stand for. An id may be written itself, as {@code #12},
 * so that things which do not exist can be named too.
 */
final class ScenarioNames {
    private final String kind;
    private final Map<String, Long> ids = new HashMap<>();
    private final Map<Long, String> names = new HashMap<>();

    /** @param kind what is named, for error texts */
    ScenarioNames(String kind) {
        this.kind = kind;
    }

    /** Gives a name the next free id, or the one it has. */
    int define(String name) {
        if (!name.startsWith("#") && !ids.containsKey(name)) {
            bind(name, ids.size() + 1L);
        }
        return id(name);
    }

    /** Binds a name to an id. */
    void bind(String name, long id) {
        ids.put(name, id);
        names.put(id, name);
    }

    boolean knows(String name) {
        return ids.containsKey(name);
    }

    int id(String name) {
        return Math.toIntExact(longId(name));
    }

    long longId(String name) {
        if (name.startsWith("#")) {
            try {
                return Long.parseLong(name.substring(1));
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException("an id is # and a whole number, found '" + name + "'", e);
            }
        }
        Long id = ids.get(name);
        if (id == null) {
            throw new IllegalArgumentException("no " + kind + " is called '" + name + "' here");
        }
        return id;
    }

    /** The name of an id, or the id itself. */
    String name(long id) {
        return names.getOrDefault(id, "#" + id);
    }
}
