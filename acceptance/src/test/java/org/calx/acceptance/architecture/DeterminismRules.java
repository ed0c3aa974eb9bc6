package org.calx.acceptance.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What the deterministic modules must never touch, because it can differ between two machines with the same log. */
final class DeterminismRules {
    private static final Set<String> TIME_AND_SURROUNDINGS = Set.of(
            "java.lang.System.currentTimeMillis",
            "java.lang.System.nanoTime",
            "java.lang.System.getenv",
            "java.lang.System.getProperty",
            "java.lang.System.identityHashCode",
            "java.lang.System.out",
            "java.lang.System.err",
            "java.lang.Integer.getInteger",
            "java.lang.Long.getLong",
            "java.lang.Boolean.getBoolean",
            "java.lang.Math.random",
            "java.lang.Object.hashCode",
            "java.util.Locale.getDefault",
            "java.util.UUID.randomUUID");

    private static final Set<String> FORBIDDEN_CLASSES = Set.of(
            "java.lang.Thread",
            "java.lang.ThreadLocal",
            "java.lang.Runtime",
            "java.lang.ProcessBuilder",
            "java.util.Random",
            "java.util.SplittableRandom",
            "java.util.HashMap",
            "java.util.HashSet",
            "java.util.Hashtable",
            "java.util.IdentityHashMap",
            "java.util.WeakHashMap",
            "java.util.Timer",
            "java.util.Date",
            "java.util.Calendar",
            "java.time.Clock");

    private static final List<String> FORBIDDEN_PACKAGES = List.of(
            "java.io",
            "java.net",
            "java.nio.file",
            "java.nio.channels",
            "java.sql",
            "java.security",
            "java.util.concurrent",
            "java.util.logging",
            "java.util.random",
            "java.util.prefs",
            "org.slf4j",
            "org.agrona.concurrent");

    /** Iterating these shows the order of their hash table, which a snapshot does not keep. */
    private static final Set<String> HASH_ORDER =
            Set.of("forEach", "intForEach", "longForEach", "keySet", "values", "entrySet", "iterator", "stream");

    /** Verifying a signature is a pure function of its bytes, and so is a digest; these classes do that and nothing else. */
    private static final String VERIFIER = ".core.authority.Ed25519";

    private static final String DIGEST = ".core.authority.ParameterDigest";

    private final String root;

    DeterminismRules(String root) {
        this.root = root;
    }

    List<Rule> all() {
        return Stream.of("core", "margin", "model")
                .flatMap(module -> Stream.of(
                        noFloatingPoint(module),
                        noForbiddenClass(module),
                        noForbiddenCall(module),
                        noHashOrder(module)))
                .toList();
    }

    private Rule noFloatingPoint(String module) {
        String name = root + "." + module;
        return new Rule(module + " has no floating point", classes -> new FloatingPointScan(name).violations(classes));
    }

    private Rule noForbiddenClass(String module) {
        return rule(noClasses()
                .that()
                .resideInAPackage(root + "." + module + "..")
                .and()
                .doNotHaveFullyQualifiedName(root + VERIFIER)
                .and()
                .doNotHaveFullyQualifiedName(root + DIGEST)
                .should()
                .dependOnClassesThat(describe("depend on machine or moment", DeterminismRules::isForbidden))
                .as(module + " has no clock, thread, input, output, random number, hash order or logging"));
    }

    private Rule noForbiddenCall(String module) {
        return rule(noClasses()
                .that()
                .resideInAPackage(root + "." + module + "..")
                .should()
                .accessTargetWhere(describe("reads clock or surroundings", DeterminismRules::readsSurroundings))
                .as(module + " reads no clock, environment or property, and writes to no console"));
    }

    private Rule noHashOrder(String module) {
        return rule(noClasses()
                .that()
                .resideInAPackage(root + "." + module + "..")
                .should()
                .accessTargetWhere(describe("iterates a hash table", DeterminismRules::iteratesHashTable))
                .as(module + " iterates no hash table"));
    }

    private static boolean isForbidden(JavaClass used) {
        JavaClass element = used.getBaseComponentType();
        return FORBIDDEN_CLASSES.contains(element.getName())
                || FORBIDDEN_PACKAGES.stream()
                        .anyMatch(p -> element.getPackageName().equals(p)
                                || element.getPackageName().startsWith(p + "."));
    }

    private static boolean readsSurroundings(JavaAccess<?> access) {
        String target = access.getTargetOwner().getName() + "." + access.getName();
        boolean nowOfTime = access.getTargetOwner().getPackageName().equals("java.time")
                && access.getName().equals("now");
        return nowOfTime || TIME_AND_SURROUNDINGS.contains(target);
    }

    private static boolean iteratesHashTable(JavaAccess<?> access) {
        JavaClass owner = access.getTargetOwner();
        return owner.getPackageName().equals("org.agrona.collections")
                && owner.getName().contains("Hash")
                && HASH_ORDER.contains(access.getName());
    }

    private static Rule rule(ArchRule rule) {
        ArchRule tolerant = rule.allowEmptyShould(true);
        return new Rule(
                rule.getDescription(),
                classes -> tolerant.evaluate(classes).getFailureReport().getDetails());
    }
}
