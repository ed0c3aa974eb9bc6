package org.calx.cluster;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Random;
import org.calx.model.ShortText;

/** Arbitrary values of the types that commands and events are made of. */
final class Samples {
    private final Random random;

    Samples(long seed) {
        random = new Random(seed);
    }

    Object of(Class<?> type, String name) {
        if (type == int.class) {
            return random.nextInt();
        }
        if (type == long.class) {
            return random.nextLong();
        }
        if (type == boolean.class) {
            return random.nextBoolean();
        }
        if (type == long[].class) {
            return random.longs(16).toArray();
        }
        if (type == String.class) {
            return name.equals("clientOrderId") || name.equals("label") ? shortText() : text();
        }
        if (type.isEnum()) {
            Object[] values = type.getEnumConstants();
            return values[random.nextInt(values.length)];
        }
        return record(type);
    }

    private Object record(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        Object[] values = new Object[components.length];
        Class<?>[] types = new Class<?>[components.length];
        for (int i = 0; i < components.length; i++) {
            types[i] = components[i].getType();
            values[i] = of(types[i], components[i].getName());
        }
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(types);
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError("no sample of " + type + " from " + Arrays.toString(values), e);
        }
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        int length = random.nextInt(80);
        for (int i = 0; i < length; i++) {
            text.append("aZ09-é算".charAt(random.nextInt(7)));
        }
        return text.toString();
    }

    private String shortText() {
        StringBuilder text = new StringBuilder();
        int length = random.nextInt(ShortText.MAX_LENGTH + 1);
        for (int i = 0; i < length; i++) {
            text.append((char) (' ' + 1 + random.nextInt(90)));
        }
        return text.toString();
    }
}
