package org.calx.pricing.vanilla;

import java.lang.reflect.InvocationTargetException;
import java.util.function.IntSupplier;

/**
 * Chooses the kernel: the vector one where the JVM was started with {@code --add-modules jdk.incubator.vector}, else the
 * scalar one. The vector classes are named here as text, so that this module loads without theirs.
 */
public final class Kernels {
    private static final String VECTOR_MODULE = "jdk.incubator.vector";
    private static final String VECTOR_PACKAGE = "org.calx.pricing.simd.";

    private Kernels() {}

    /** Whether {@link #fastest} is the vector kernel. */
    public static boolean hasVectors() {
        return ModuleLayer.boot().findModule(VECTOR_MODULE).isPresent();
    }

    /** Lanes of the vectors of {@link #fastest}; a power of two. Without vectors any number would do. */
    static int lanes() {
        return hasVectors() ? vector("Lanes", IntSupplier.class).getAsInt() : 8;
    }

    /** A new kernel for the calling thread: the fastest that this JVM can run. */
    public static VanillaKernel fastest() {
        return hasVectors() ? vector("VectorKernel", VanillaKernel.class) : new ScalarKernel();
    }

    /** A new instance of a class that computes in vectors, where {@link #hasVectors}. */
    public static <T> T vector(String className, Class<T> kind) {
        try {
            return kind.cast(Class.forName(VECTOR_PACKAGE + className)
                    .getDeclaredConstructor()
                    .newInstance());
        } catch (InvocationTargetException e) {
            throw new IllegalStateException("the vector kernel cannot run", e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the vector kernel is not on the class path", e);
        }
    }
}
