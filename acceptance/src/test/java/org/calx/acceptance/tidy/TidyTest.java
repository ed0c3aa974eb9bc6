package org.calx.acceptance.tidy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class TidyTest {
    private static final int MOST_LINES_OF_FILE = 400;
    private static final int MOST_LINES_OF_METHOD = 60;
    private static final String OFFENDERS = "acceptance/src/test/resources/tidy/offenders.txt";
    private static final Set<String> PUBLIC_HOSTS = Set.of("maven.apache.org", "www.w3.org", "adoptium.net");

    private static final Pattern OPEN_END = Pattern.compile("\\b(TO" + "DO|FIX" + "ME|XX" + "X)\\b");
    private static final Pattern SWITCHED_OFF = Pattern.compile(
            "@Dis" + "abled|\\b(it|test|describe)\\.(sk" + "ip|on" + "ly)\\b(?!If)|\\bx(it|describe)\\(");
    private static final Pattern SLEEPING = Pattern.compile(
            "Thread\\.sl" + "eep|LockSupport\\.pa" + "rk|TimeUnit\\.\\w+\\.sl" + "eep|waitForTime" + "out\\(");
    private static final Pattern HOST = Pattern.compile("https?://([^/\\s\"'<>)]+)");

    private final SourceTree tree = SourceTree.find();

    @Test
    void filesAreShort() {
        Map<String, Integer> sizes = new TreeMap<>();
        for (Path file : tree.endingWith(".java", ".ts", ".tsx", ".mjs", ".sh", ".py", "calx", ".ci/run")) {
            sizes.put(tree.name(file), SourceTree.lines(file).size());
        }
        assertThat(offenders().complaints(sizes, MOST_LINES_OF_FILE, name -> !name.contains("#")))
                .isEmpty();
    }

    @Test
    void methodsAreShort() {
        Map<String, Integer> sizes = MethodLengths.measure(tree, tree.endingWith(".java"));
        assertThat(sizes).hasSizeGreaterThan(100);
        assertThat(offenders().complaints(sizes, MOST_LINES_OF_METHOD, name -> name.contains("#")))
                .isEmpty();
    }

    @Test
    void nothingIsLeftOpen() {
        assertThat(matches(tree.endingWith(".java", ".ts", ".tsx", ".mjs", ".xml", ".md", "calx", ".ci/run"), OPEN_END))
                .isEmpty();
    }

    @Test
    void noTestIsSwitchedOff() {
        assertThat(matches(tree.endingWith(".java", ".ts", ".tsx", ".mjs"), SWITCHED_OFF))
                .isEmpty();
    }

    @Test
    void noTestSleeps() {
        List<Path> tests = tree.files(
                name -> name.contains("src/test/java/") || name.matches("ui/(test|e2e)/.*|ui/.*\\.(test|spec)\\.tsx?"));
        assertThat(matches(tests, SLEEPING)).isEmpty();
    }

    @Test
    void everyPackageSaysWhatItIs() {
        List<String> silent = tree.endingWith(".java").stream()
                .map(Path::getParent)
                .filter(folder -> tree.name(folder).matches("[a-z]+/src/main/java/.*|acceptance/src/test/java/.*"))
                .filter(folder -> !tree.name(folder).contains("/architecture/fixture/"))
                .filter(folder -> !Files.exists(folder.resolve("package-info.java")))
                .map(tree::name)
                .distinct()
                .toList();
        assertThat(silent).isEmpty();
    }

    @Test
    void buildNamesNoPrivateHost() {
        List<Path> build = tree.files(name ->
                name.equals("calx") || name.equals(".ci/run") || name.endsWith("pom.xml") || name.endsWith(".npmrc"));
        assertThat(build).hasSizeGreaterThan(10);
        List<String> hosts = new ArrayList<>();
        for (Path file : build) {
            for (String line : SourceTree.lines(file)) {
                HOST.matcher(line)
                        .results()
                        .map(found -> found.group(1))
                        .filter(h -> !PUBLIC_HOSTS.contains(h))
                        .forEach(host -> hosts.add(tree.name(file) + ": " + host));
            }
        }
        assertThat(hosts).isEmpty();
        assertThat(matches(build, Pattern.compile("<(pluginR|r)epositor(y|ies)>|<mirror>|registry=")))
                .isEmpty();
    }

    @Test
    void lockedWebLibrariesComeFromThePublicRegistry() {
        Pattern resolved = Pattern.compile("\"resolved\": \"https?://(?!registry\\.npmjs\\.org/)");
        assertThat(matches(tree.files(name -> name.endsWith("package-lock.json")), resolved))
                .isEmpty();
    }

    @Test
    void ratchetOnlyTurnsOneWay() {
        Ratchet ratchet = Ratchet.of(List.of("# listed", "500 old", "450 mended"));
        assertThat(ratchet.complaints(Map.of("old", 500, "mended", 450, "small", 400), 400, name -> true))
                .isEmpty();
        assertThat(ratchet.complaints(Map.of("old", 501, "mended", 449, "new", 401), 400, name -> true))
                .hasSize(3);
    }

    @Test
    void patternsFindWhatTheyName() {
        assertThat(OPEN_END.matcher("// TO" + "DO later").find()).isTrue();
        assertThat(SWITCHED_OFF.matcher("it.sk" + "ip('x')").find()).isTrue();
        assertThat(SWITCHED_OFF.matcher("@Dis" + "abled(\"flaky\")").find()).isTrue();
        assertThat(SLEEPING.matcher("Thread.sl" + "eep(10)").find()).isTrue();
    }

    private Ratchet offenders() {
        return Ratchet.read(tree.root().resolve(OFFENDERS));
    }

    private List<String> matches(List<Path> files, Pattern pattern) {
        List<String> found = new ArrayList<>();
        for (Path file : files) {
            List<String> lines = SourceTree.lines(file);
            for (int i = 0; i < lines.size(); i++) {
                Matcher matcher = pattern.matcher(lines.get(i));
                if (matcher.find()) {
                    found.add(tree.name(file) + ":" + (i + 1) + " " + matcher.group());
                }
            }
        }
        return found;
    }
}
