package org.calx.core.clearing;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.calx.core.engine.ExchangeEvents;

/** Writes down every event as its name and arguments: {@code requirementChanged 1 USD 300000000}. */
public final class RecordedEvents {
    private final List<String> lines = new ArrayList<>();
    private final ExchangeEvents events = (ExchangeEvents)
            Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {ExchangeEvents.class}, this::record);

    /** What the core writes to. */
    public ExchangeEvents events() {
        return events;
    }

    /** The events since this was last asked. */
    public List<String> take() {
        List<String> taken = List.copyOf(lines);
        lines.clear();
        return taken;
    }

    private Object record(Object proxy, Method method, Object[] arguments) {
        StringBuilder line = new StringBuilder(method.getName());
        for (Object argument : arguments) {
            line.append(' ').append(argument instanceof long[] array ? Arrays.toString(array) : argument);
        }
        lines.add(line.toString());
        return null;
    }
}
