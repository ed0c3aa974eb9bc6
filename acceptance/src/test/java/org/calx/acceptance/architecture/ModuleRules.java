package org.calx.acceptance.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which module may use which, and which package of the core may use which other.
 *
 * <p>The root package is a parameter, so that the same rules can be run on the fixtures that break them.
 */
final class ModuleRules {
    private static final Map<String, List<String>> MODULES = new TreeMap<>(Map.of(
            "model", List.of(),
            "margin", List.of("model"),
            "core", List.of("model", "margin"),
            "api", List.of("model"),
            "cluster", List.of("model", "margin", "core", "api"),
            "gateway", List.of("model", "margin", "api"),
            "index", List.of("model", "api"),
            "pricing", List.of("model"),
            "risk", List.of("model", "margin", "pricing", "api")));

    private static final Map<String, List<String>> CORE_PACKAGES = new TreeMap<>(Map.of(
            "book", List.of("snapshot"),
            "risk", List.of("clearing", "reference", "snapshot"),
            "clearing", List.of("reference", "snapshot"),
            "settlement", List.of("clearing", "reference", "snapshot"),
            "authority", List.of("reference", "snapshot"),
            "liveness", List.of("snapshot"),
            "reference", List.of("snapshot"),
            "snapshot", List.of()));

    private final String root;

    ModuleRules(String root) {
        this.root = root;
    }

    List<Rule> all() {
        List<Rule> rules = new ArrayList<>();
        MODULES.forEach((module, uses) -> rules.add(onlyUses(module, uses)));
        CORE_PACKAGES.forEach((name, uses) -> rules.add(corePackageOnlyUses(name, uses)));
        rules.add(libraries("model", "java.."));
        rules.add(libraries("margin", "java..", "jdk.incubator.vector.."));
        rules.add(libraries("core", "java..", "org.agrona.."));
        rules.add(libraries("pricing", "java..", "jdk.incubator.vector.."));
        rules.add(onlySimdKnowsVectors());
        rules.add(of(noClasses()
                .that()
                .resideOutsideOfPackages(root + ".app..", root + ".acceptance..", root + ".bench..")
                .should()
                .callMethod(System.class, "exit", int.class)
                .as("only the app ends the process")));
        rules.add(of(noClasses()
                .that()
                .resideOutsideOfPackages(root + ".api..", root + ".cluster..", root + ".app..", root + ".bench..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.aeron..")
                .as("only api, cluster, app and bench know Aeron")));
        return rules;
    }

    private Rule onlyUses(String module, List<String> uses) {
        List<String> allowed =
                new ArrayList<>(uses.stream().map(name -> root + "." + name).toList());
        allowed.add(root + "." + module);
        return of(classes()
                .that()
                .resideInAPackage(root + "." + module + "..")
                .should()
                .onlyDependOnClassesThat(describe(
                        "are permitted",
                        used -> !within(used, root) || allowed.stream().anyMatch(a -> within(used, a))))
                .as(module + " uses " + (uses.isEmpty() ? "no other module" : uses + " alone")));
    }

    private Rule corePackageOnlyUses(String name, List<String> uses) {
        String core = root + ".core";
        List<String> allowed =
                new ArrayList<>(uses.stream().map(used -> core + "." + used).toList());
        allowed.add(core + "." + name);
        return of(classes()
                .that()
                .resideInAPackage(core + "." + name + "..")
                .should()
                .onlyDependOnClassesThat(describe(
                        "are permitted",
                        used -> !within(used, core)
                                || isWayOut(name, used)
                                || allowed.stream().anyMatch(a -> within(used, a))))
                .as("core." + name + " uses " + (uses.isEmpty() ? "no other package" : uses + " alone")
                        + " of the core"));
    }

    /** Who changes state tells it through {@code ExchangeEvents}; that interface is all that they know of the engine. */
    private boolean isWayOut(String packageName, JavaClass used) {
        return List.of("clearing", "settlement").contains(packageName)
                && used.getName().equals(root + ".core.engine.ExchangeEvents");
    }

    private Rule libraries(String module, String... packages) {
        List<String> allowed = new ArrayList<>(List.of(packages));
        allowed.add(root + "..");
        return of(classes()
                .that()
                .resideInAPackage(root + "." + module + "..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(allowed.toArray(String[]::new))
                .as(module + " uses no library but " + List.of(packages)));
    }

    /** So that everything else loads in a JVM without the module. */
    private Rule onlySimdKnowsVectors() {
        return of(noClasses()
                .that()
                .resideOutsideOfPackages(root + ".pricing.simd..", root + ".margin.simd..")
                .should()
                .dependOnClassesThat(describe(
                        "are vectors or classes with vectors",
                        used -> used.getPackageName().startsWith("jdk.incubator.vector")
                                || within(used, root + ".pricing.simd")
                                || within(used, root + ".margin.simd")))
                .as("only the simd packages know vectors, and nobody knows them"));
    }

    private static boolean within(JavaClass used, String packageName) {
        String name = used.getBaseComponentType().getPackageName();
        return name.equals(packageName) || name.startsWith(packageName + ".");
    }

    private static Rule of(ArchRule rule) {
        ArchRule tolerant = rule.allowEmptyShould(true);
        return new Rule(
                rule.getDescription(),
                classes -> tolerant.evaluate(classes).getFailureReport().getDetails());
    }
}
