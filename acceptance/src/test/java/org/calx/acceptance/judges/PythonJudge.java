package org.calx.acceptance.judges;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Asks a Python library, in a virtual environment of its own under {@code .build}, about rows of numbers. */
final class PythonJudge {
    private static final Path SCRIPTS = Path.of("src/test/resources/judges").toAbsolutePath();
    private static final Path HOME =
            Path.of("../.build/judges").toAbsolutePath().normalize();
    private static final long MINUTES = 4;

    private static String obstacle;
    private static boolean ready;

    private PythonJudge() {}

    /** The random source of a test: prints its seed, takes {@code -Dcalx.seed}. */
    static Random random(Class<?> test) {
        long seed = Long.getLong("calx.seed", 20_261_126L);
        System.out.println(test.getSimpleName() + ": -Dcalx.seed=" + seed);
        return new Random(seed);
    }

    /** A row of answers for each row of the question; leaves the test out where the libraries cannot be had. */
    static double[][] answers(String question, List<double[]> rows) throws IOException, InterruptedException {
        install();
        Path folder = Files.createTempDirectory("judge");
        Path input = folder.resolve("input.csv");
        Path output = folder.resolve("output.csv");
        Files.write(input, rows.stream().map(PythonJudge::line).toList());
        String failure =
                run(HOME.resolve("bin/python").toString(), "judge.py", question, input.toString(), output.toString());
        assertThat(failure).as("the judge's output on %s", question).isEmpty();
        double[][] answers = Files.readAllLines(output).stream()
                .map(line -> Arrays.stream(line.split(","))
                        .mapToDouble(Double::parseDouble)
                        .toArray())
                .toArray(double[][]::new);
        assertThat(answers.length).isEqualTo(rows.size());
        Files.delete(input);
        Files.delete(output);
        Files.delete(folder);
        return answers;
    }

    private static String line(double[] row) {
        return Arrays.stream(row).mapToObj(Double::toString).collect(Collectors.joining(","));
    }

    private static synchronized void install() throws IOException, InterruptedException {
        if (!ready && obstacle == null) {
            Path requirements = SCRIPTS.resolve("requirements.txt");
            Path installed = HOME.resolve("requirements.txt");
            ready = Files.exists(installed) && Files.mismatch(installed, requirements) == -1;
            if (!ready) {
                obstacle = obstacleOfInstall(requirements);
                ready = obstacle.isEmpty();
                if (ready) {
                    Files.copy(requirements, installed, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
        assumeTrue(ready, () -> "the judges cannot be installed: " + obstacle);
    }

    private static String obstacleOfInstall(Path requirements) throws IOException, InterruptedException {
        Files.createDirectories(HOME);
        try {
            String failure = run("python3", "-m", "venv", "--clear", HOME.toString());
            return failure.isEmpty()
                    ? run(
                            HOME.resolve("bin/python").toString(),
                            "-m",
                            "pip",
                            "install",
                            "--quiet",
                            "--disable-pip-version-check",
                            "--only-binary=:all:",
                            "--retries=1",
                            "--timeout=20",
                            "-r",
                            requirements.toString())
                    : failure;
        } catch (IOException e) {
            return "there is no python3: " + e.getMessage();
        }
    }

    /** Runs a program to its end. @return what it printed where it failed, else nothing */
    private static String run(String... command) throws IOException, InterruptedException {
        Path printed = Files.createTempFile("judge", ".txt");
        try {
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(SCRIPTS.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(printed.toFile());
            // Matrices are of order two: the threads of the linear algebra would only wait for each other.
            builder.environment().putAll(Map.of("OPENBLAS_NUM_THREADS", "1", "OMP_NUM_THREADS", "1"));
            Process process = builder.start();
            if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly().waitFor();
                return "no end after " + MINUTES + " minutes: " + List.of(command);
            }
            String text = Files.readString(printed);
            return process.exitValue() == 0 ? "" : "exit " + process.exitValue() + ": " + text;
        } finally {
            Files.delete(printed);
        }
    }
}
