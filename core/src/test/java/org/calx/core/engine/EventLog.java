package org.calx.core.engine;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.StringJoiner;
import org.calx.model.RejectReason;

/** Keeps every event as a line: its name and its arguments. */
final class EventLog {
    private final List<String> lines = new ArrayList<>();
    private final ExchangeEvents events = (ExchangeEvents) Proxy.newProxyInstance(
            EventLog.class.getClassLoader(), new Class<?>[] {ExchangeEvents.class}, (proxy, method, arguments) -> {
                StringJoiner line = new StringJoiner(" ");
                line.add(method.getName());
                for (Object argument : arguments) {
                    line.add(argument instanceof long[] longs ? Arrays.toString(longs) : String.valueOf(argument));
                }
                lines.add(line.toString());
                return null;
            });

    ExchangeEvents events() {
        return events;
    }

    /** What has been told since the last call. */
    List<String> take() {
        List<String> taken = List.copyOf(lines);
        lines.clear();
        return taken;
    }

    /** What has been told since the last call, without the begin of commands. */
    List<String> takeToldEvents() {
        return take().stream().filter(line -> !line.startsWith("begin ")).toList();
    }

    /** The reason of the last command; takes nothing. */
    RejectReason lastReason() {
        return RejectReason.valueOf(lines.getLast().split(" ")[4]);
    }
}
