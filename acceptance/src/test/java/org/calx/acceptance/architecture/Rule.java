package org.calx.acceptance.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.List;
import java.util.function.Function;

/**
 * One rule of the architecture.
 *
 * @param name what it demands
 * @param violations finds what breaks it, a line for each
 */
record Rule(String name, Function<JavaClasses, List<String>> violations) {

    @Override
    public String toString() {
        return name;
    }
}
