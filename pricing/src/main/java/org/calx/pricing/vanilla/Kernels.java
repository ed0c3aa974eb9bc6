package org.calx.pricing.vanilla;

import java.lang.reflect.InvocationTargetException;

/**
 * Chooses the kernel: the vector one where the JVM was started with {@code --add-modules jdk.incubator.vector}, else the
 * scalar one. The vector classes are named here as text, so that this module loads without theirs.
 */
public final class Kernels {
    private static final String VECTOR_MODULE = "jdk.incubator.vector";
    private static final String VECTOR_KERNEL = "org.calx.pricing.simd.VectorKernel";

    private Kernels() {}

    /** Whether {@link #fastest} is the vector kernel. */
    public static boolean hasVectors() {
        return ModuleLayer.boot().findModule(VECTOR_MODULE).isPresent();
    }

    /** A new kernel for the calling thread: the fastest that this JVM can run. */
    public static VanillaKernel fastest() {
        if (!hasVectors()) {
            return new ScalarKernel();
        }
        try {
            return (VanillaKernel)
                    Class.forName(VECTOR_KERNEL).getDeclaredConstructor().newInstance();
        } catch (InvocationTargetException e) {
            throw new IllegalStateException("the vector kernel cannot run", e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the vector kernel is not on the class path", e);
        }
    }
}
