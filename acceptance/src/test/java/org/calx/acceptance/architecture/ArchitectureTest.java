package org.calx.acceptance.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs every rule on the product, and on fixtures that break it. */
class ArchitectureTest {
    private static final String FIXTURES = "org.calx.acceptance.architecture.fixture";
    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.calx");
    private static final JavaClasses BROKEN = new ClassFileImporter().importPackages(FIXTURES);

    private static List<Rule> rules(String root) {
        return Stream.concat(new ModuleRules(root).all().stream(), new DeterminismRules(root).all().stream())
                .toList();
    }

    static List<Rule> productRules() {
        return rules("org.calx");
    }

    static List<Rule> fixtureRules() {
        return rules(FIXTURES);
    }

    @ParameterizedTest
    @MethodSource("productRules")
    void productKeepsRule(Rule rule) {
        assertThat(rule.violations().apply(PRODUCT)).as(rule.name()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("fixtureRules")
    void ruleBitesOnFixture(Rule rule) {
        assertThat(rule.violations().apply(BROKEN)).as(rule.name()).isNotEmpty();
    }

    @Test
    void seesTheWholeProduct() {
        assertThat(PRODUCT.stream().map(found -> found.getPackageName().replaceFirst("^org\\.calx\\.(\\w+).*", "$1")))
                .contains("model", "margin", "core", "api", "cluster", "gateway", "index", "pricing", "risk", "app");
    }

    @Test
    void findsEveryWayToComputeInFloatingPoint() {
        assertThat(new FloatingPointScan(FIXTURES + ".core").violations(BROKEN))
                .anyMatch(line -> line.contains("ratio is floating point"))
                .anyMatch(line -> line.contains("half takes or gives floating point"))
                .anyMatch(line -> line.contains("hidden computes in floating point"))
                .noneMatch(line -> line.contains("exact"));
    }
}
