package org.calx.app.margin;

import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.calx.app.StrictJson;
import org.calx.model.Months;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * An object of a JSON file that is read strictly: each name that it may have is asked for once, then {@link #end} refuses
 * what was not. Every refusal names file and place.
 */
final class JsonObject {
    private final String file;
    private final String place;
    private final JsonNode node;
    private final Set<String> asked = new HashSet<>();

    private JsonObject(String file, String place, JsonNode node) {
        this.file = file;
        this.place = place;
        this.node = node;
        if (node == null || !node.isObject()) {
            throw new JsonFault(file, place, "must be an object");
        }
    }

    /** The one object of a file. */
    static JsonObject read(Path file) {
        try {
            return new JsonObject(file.toString(), "", StrictJson.read(file));
        } catch (JacksonException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            throw new JsonFault(file + ": line " + line + ": " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new JsonFault(file + ": cannot be read as UTF-8 text: " + e.getMessage(), e);
        }
    }

    String text(String name) {
        JsonNode value = value(name);
        if (!value.isString() || value.stringValue().isBlank()) {
            throw fault(name, "must be a text that is not blank");
        }
        return value.stringValue();
    }

    boolean truth(String name, boolean otherwise) {
        if (!isGiven(name)) {
            return otherwise;
        }
        JsonNode value = value(name);
        if (!value.isBoolean()) {
            throw fault(name, "must be true or false");
        }
        return value.booleanValue();
    }

    long integer(String name) {
        return integer(value(name), at(name));
    }

    long integer(String name, long otherwise) {
        return isGiven(name) ? integer(name) : otherwise;
    }

    int small(String name) {
        long value = integer(name);
        if (value != (int) value) {
            throw fault(name, "must be from " + Integer.MIN_VALUE + " to " + Integer.MAX_VALUE);
        }
        return (int) value;
    }

    long[] integers(String name) {
        List<Long> values = list(name, this::integer);
        return values.stream().mapToLong(Long::longValue).toArray();
    }

    <E extends Enum<E>> E oneOf(String name, Class<E> type) {
        String text = text(name);
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(text)) {
                return constant;
            }
        }
        throw fault(name, "must be one of " + Arrays.toString(type.getEnumConstants()));
    }

    <E extends Enum<E>> E oneOf(String name, Class<E> type, E otherwise) {
        return isGiven(name) ? oneOf(name, type) : otherwise;
    }

    /** A month such as 2026-12, as {@link Months} counts them. */
    int month(String name) {
        String text = text(name);
        try {
            return Months.number(YearMonth.parse(text));
        } catch (DateTimeException e) {
            throw fault(name, "must be a month such as 2026-12, not " + text);
        }
    }

    /** A date such as 2026-11-27. */
    LocalDate date(String name) {
        String text = text(name);
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw fault(name, "must be a date such as 2026-11-27, not " + text);
        }
    }

    /** Whether there is this name. */
    boolean has(String name) {
        return isGiven(name);
    }

    /** The objects of a list; none if there is no such name. */
    <T> List<T> objects(String name, Function<JsonObject, T> reader) {
        return list(name, (element, at) -> {
            JsonObject object = new JsonObject(file, at, element);
            T read = reader.apply(object);
            object.end();
            return read;
        });
    }

    /** Refuses names that were not asked for. */
    void end() {
        for (String name : node.propertyNames()) {
            if (!asked.contains(name)) {
                throw fault(name, "is not a name that is known here");
            }
        }
    }

    JsonFault fault(String name, String reason) {
        return new JsonFault(file, at(name), reason);
    }

    private interface ElementReader<T> {
        T read(JsonNode element, String at);
    }

    private <T> List<T> list(String name, ElementReader<T> reader) {
        if (!isGiven(name)) {
            return List.of();
        }
        JsonNode value = value(name);
        if (!value.isArray()) {
            throw fault(name, "must be a list");
        }
        List<T> elements = new ArrayList<>();
        for (int i = 0; i < value.size(); i++) {
            elements.add(reader.read(value.get(i), at(name) + "[" + i + "]"));
        }
        return List.copyOf(elements);
    }

    private long integer(JsonNode value, String at) {
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            throw new JsonFault(file, at, "must be a whole number of 64 bits");
        }
        return value.longValue();
    }

    private boolean isGiven(String name) {
        asked.add(name);
        return node.has(name);
    }

    private JsonNode value(String name) {
        if (!isGiven(name)) {
            throw fault(name, "is missing");
        }
        return node.get(name);
    }

    private String at(String name) {
        return place.isEmpty() ? name : place + "." + name;
    }
}
