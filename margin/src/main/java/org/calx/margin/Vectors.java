package org.calx.margin;

import java.lang.reflect.InvocationTargetException;
import java.util.function.Predicate;

/**
 * Chooses between loops one by one and loops in vectors, which compute the same integers. The classes of {@code simd} are named
 * as text, so that this module loads without {@code jdk.incubator.vector}.
 */
final class Vectors {
    private static final String PACKAGE = "org.calx.margin.simd.";

    private Vectors() {}

    /**
     * The form in vectors where the JVM was started with {@code --add-modules jdk.incubator.vector} and the processor has what it
     * is made for, else the other one.
     */
    static <T> T orElse(T scalar, Class<T> type, String name, Predicate<T> isFast) {
        if (ModuleLayer.boot().findModule("jdk.incubator.vector").isEmpty()) {
            return scalar;
        }
        T vectors = load(type, name);
        return isFast.test(vectors) ? vectors : scalar;
    }

    private static <T> T load(Class<T> type, String name) {
        try {
            return type.cast(
                    Class.forName(PACKAGE + name).getDeclaredConstructor().newInstance());
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(name + " cannot run", e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(name + " is not on the class path", e);
        }
    }
}
