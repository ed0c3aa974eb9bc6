package org.calx.app.doctor;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** What the machine itself is. */
final class Machine {
    private static final int JAVA_FEATURE = 25;
    private static final int WANTED_CORES = 2;
    private static final long NEEDED_MEMORY_MIB = 1_536;
    private static final long MIB = 1L << 20;

    private Machine() {}

    static Finding java() {
        String text = Runtime.version() + " at " + System.getProperty("java.home");
        if (Runtime.version().feature() != JAVA_FEATURE) {
            return Finding.lacking("JDK", text, "install JDK 25 or set CALX_JAVA_HOME to one");
        }
        return Finding.good("JDK", text);
    }

    static Finding cores() {
        int cores = Runtime.getRuntime().availableProcessors();
        if (cores < WANTED_CORES) {
            return Finding.limited("Cores", cores + ": answers will be slow", "give the machine 2 cores or more");
        }
        return Finding.good("Cores", Integer.toString(cores));
    }

    static Finding memory() {
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long mib = system.getTotalMemorySize() / MIB;
        if (mib < NEEDED_MEMORY_MIB) {
            return Finding.lacking("Memory", mib + " MiB", "give the machine " + NEEDED_MEMORY_MIB + " MiB or more");
        }
        return Finding.good("Memory", mib + " MiB");
    }
}
