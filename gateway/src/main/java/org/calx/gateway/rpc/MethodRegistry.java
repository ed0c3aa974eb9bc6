package org.calx.gateway.rpc;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.calx.gateway.rpc.Method.Access;
import org.calx.gateway.rpc.Method.Handler;
import org.calx.gateway.rpc.Method.Weight;

/** All methods by name. Filled before the first request, not changed afterwards. */
public final class MethodRegistry {
    private final Map<String, Method> methods = new LinkedHashMap<>();

    /** Adds a method that asks. */
    MethodRegistry query(String name, Access access, String summary, Handler handler) {
        return add(new Method(name, access, Weight.QUERY, summary, handler));
    }

    /** Adds a method that enters or changes orders. */
    MethodRegistry order(String name, String summary, Handler handler) {
        return add(new Method(name, Access.TRADE, Weight.ORDER, summary, handler));
    }

    /** Adds a method that cancels orders. */
    MethodRegistry cancel(String name, String summary, Handler handler) {
        return add(new Method(name, Access.TRADE, Weight.CANCEL, summary, handler));
    }

    private MethodRegistry add(Method method) {
        if (methods.put(method.name(), method) != null) {
            throw new IllegalArgumentException("method twice: " + method.name());
        }
        return this;
    }

    /** The method, or null. */
    Method find(String name) {
        return methods.get(name);
    }

    /** All methods in the order of the documentation. */
    public Collection<Method> all() {
        return methods.values();
    }
}
