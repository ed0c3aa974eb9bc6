package org.calx.bench.pricing;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * QuantLib in a process of its own, which waits for its turns ({@code bench/peer-quantlib} has the program and the protocol).
 *
 * <p>A program that fails, answers with something else, computes other figures than ours or does not answer in time ends in an
 * {@link IllegalStateException} that says so in one line; its process is gone then.
 */
public final class QuantLibPeer implements AutoCloseable {
    private static final double LATEST_SECONDS = 30;
    private static final double TOLERANCE = 1e-9;
    private static final int LONGEST_QUOTE = 120;

    private final Process process;
    private final BufferedReader answers;
    private final BufferedWriter requests;
    private final double latestSeconds;
    private final String name;

    /**
     * Starts the program and hands it the sample.
     *
     * @param undiscounted the options' prices without discount, which it will invert
     */
    public QuantLibPeer(Path program, OptionSample sample, double[] undiscounted) throws IOException {
        this(List.of(program.toString()), LATEST_SECONDS, sample, undiscounted);
    }

    /** @param latestSeconds how long an answer may take beyond the time that was asked for */
    QuantLibPeer(List<String> command, double latestSeconds, OptionSample sample, double[] undiscounted)
            throws IOException {
        this.latestSeconds = latestSeconds;
        process = new ProcessBuilder(command).redirectErrorStream(true).start();
        answers = process.inputReader();
        requests = process.outputWriter();
        name = answer(text(sample, undiscounted), 0);
        if (!name.startsWith("quantlib-")) {
            throw failure("said in place of its name: " + quoted(name));
        }
    }

    private static String text(OptionSample sample, double[] undiscounted) {
        StringBuilder text = new StringBuilder().append(sample.size()).append('\n');
        for (int i = 0; i < sample.size(); i++) {
            text.append(sample.call()[i] ? "call" : "put");
            for (double input : new double[] {
                sample.forward()[i],
                sample.strike()[i],
                sample.expiryYears()[i],
                sample.volatility()[i],
                OptionSample.RATE,
                undiscounted[i]
            }) {
                text.append(' ').append(input);
            }
            text.append('\n');
        }
        return text.toString();
    }

    /** Library and compiler with their versions. */
    public String name() {
        return name;
    }

    /**
     * A case as QuantLib computes it.
     *
     * @param sum of all figures of the sample as ours are, to which its own must be equal
     */
    public Turn turn(String request, double sum) {
        return seconds -> {
            String answer = answer(request + " " + seconds + "\n", seconds);
            Times times = parsed(request, answer);
            if (!(Math.abs(times.checksum() - sum) <= TOLERANCE * Math.abs(sum))) {
                throw failure("computed other figures than ours for " + request + ": their sum is " + times.checksum()
                        + ", ours " + sum);
            }
            return times;
        };
    }

    private Times parsed(String request, String answer) {
        try {
            double[] numbers = Arrays.stream(answer.split(" "))
                    .mapToDouble(Double::parseDouble)
                    .toArray();
            if (numbers.length > 1) {
                return new Times(Arrays.copyOfRange(numbers, 1, numbers.length), numbers[0]);
            }
        } catch (NumberFormatException e) {
            // what it said is told below
        }
        throw failure("said in place of a sum and times for " + request + ": " + quoted(answer));
    }

    /** Sends the text and waits for one line, in a thread that a program that neither reads nor writes may keep. */
    private String answer(String text, double seconds) {
        CompletableFuture<String> line = CompletableFuture.supplyAsync(
                () -> exchange(text), work -> Thread.ofPlatform().daemon().start(work));
        try {
            String answer = line.get((long) (1e3 * (seconds + latestSeconds)), TimeUnit.MILLISECONDS);
            if (answer != null) {
                return answer;
            }
            throw failure("ended without an answer");
        } catch (TimeoutException e) {
            throw failure("did not answer within " + (seconds + latestSeconds) + " s");
        } catch (ExecutionException e) {
            throw failure("cannot be read: " + e.getCause().getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failure("was interrupted");
        }
    }

    private String exchange(String text) {
        try {
            requests.write(text);
            requests.flush();
        } catch (IOException e) {
            // it has ended; the line that it left says why
        }
        try {
            return answers.readLine();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private IllegalStateException failure(String what) {
        close();
        return new IllegalStateException("the peer QuantLib " + what + "; --no-peer leaves it out");
    }

    private static String quoted(String text) {
        return "'" + text.substring(0, Math.min(text.length(), LONGEST_QUOTE)) + "'";
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
