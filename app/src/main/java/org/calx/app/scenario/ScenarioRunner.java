package org.calx.app.scenario;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntPredicate;
import org.calx.core.engine.CommandHeader;
import org.calx.core.engine.Exchange;
import org.calx.core.snapshot.TextSnapshotReader;
import org.calx.core.snapshot.TextSnapshotWriter;

/**
 * Runs a scenario on a fresh exchange: gives its commands one after the other and writes what the exchange tells.
 *
 * <p>Each command is written as it was said, after its log time, and each of its events on a line below. A command comes
 * one millisecond of log time after the last unless the scenario says when; the log's timer fires in between when it is
 * wanted, and is written if it has events.
 */
public final class ScenarioRunner {
    private static final String OPERATOR = "operator";
    private static final String AGAIN = "again";
    private static final String NEW_LEADER = "log: new leader";
    private static final long COMMAND_INTERVAL_NS = 1_000_000L;

    private final ScenarioDictionary names = new ScenarioDictionary();
    private final Map<Integer, SenderCounter> counters = new HashMap<>();
    private final CommandHeader header = new CommandHeader();
    private final EventText text;
    private final OperatorVerbs operatorVerbs;
    private final TraderVerbs traderVerbs;
    private final LivenessVerbs livenessVerbs;

    private Exchange exchange;
    private long nextTimestampNs = ScenarioTime.timestampNs("2026-11-02T09:00:00Z");
    private String lastSaid;
    private int commands;

    /** Where a sender's numbering stands. */
    private static final class SenderCounter {
        private int epoch = 1;
        private long sequence;
    }

    private ScenarioRunner(Appendable out) {
        text = new EventText(out, names);
        operatorVerbs = new OperatorVerbs(names);
        traderVerbs = new TraderVerbs(names, text);
        livenessVerbs = new LivenessVerbs(names);
        names.senders.define(OPERATOR);
        exchange = new Exchange(text);
    }

    /**
     * Runs a scenario file and writes its commands and events.
     *
     * @throws ScenarioException if a line is wrong: the message is file, line and reason
     * @throws IOException if the file, or one that it includes, cannot be read
     */
    public static void run(Path file, Appendable out) throws IOException {
        run(file, out, command -> false);
    }

    /**
     * Runs a scenario, and before each command that the predicate picks carries on with a new exchange that has read a
     * snapshot of the one so far. What is written must not depend on it.
     *
     * @param restartBefore tells by number, from 0, before which commands to do so
     * @return how many commands the scenario has
     */
    public static int run(Path file, Appendable out, IntPredicate restartBefore) throws IOException {
        return new ScenarioRunner(out).run(Scenario.read(file), restartBefore);
    }

    private int run(Scenario scenario, IntPredicate restartBefore) {
        for (Scenario.Line line : scenario.lines()) {
            try {
                if (line.text().startsWith("at ") || line.text().startsWith("after ")) {
                    moveTime(new Words(line.text()));
                } else {
                    if (restartBefore.test(commands)) {
                        restart();
                    }
                    commands++;
                    say(line.text());
                }
            } catch (IllegalArgumentException | ArithmeticException e) {
                throw new ScenarioException(line.source(), line.number(), e.getMessage(), e);
            }
        }
        exchange.audit();
        return commands;
    }

    private void moveTime(Words words) {
        if (words.take("at")) {
            nextTimestampNs = ScenarioTime.timestampNs(words.next("a time"));
        } else {
            words.expect("after");
            nextTimestampNs = Math.addExact(nextTimestampNs, ScenarioTime.durationNs(words.next("a duration")));
        }
        words.expectEnd();
    }

    private void say(String said) {
        fireTimers();
        text.line(ScenarioTime.text(nextTimestampNs) + " " + said);
        if (said.equals(NEW_LEADER)) {
            exchange.onNewLeader(nextTimestampNs);
            return;
        }
        int colon = said.indexOf(": ");
        if (colon < 0) {
            throw new IllegalArgumentException("expected 'at TIME', 'after DURATION' or 'SPEAKER: COMMAND'");
        }
        Words speaker = new Words(said.substring(0, colon));
        String name = speaker.next("a speaker");
        String command = said.substring(colon + 2);
        if (command.equals(AGAIN)) {
            command = lastCommand();
        } else {
            number(name, speaker);
        }
        speaker.expectEnd();
        header.timestampNs = nextTimestampNs;
        nextTimestampNs = Math.addExact(nextTimestampNs, COMMAND_INTERVAL_NS);
        lastSaid = command;
        command(name, command);
        exchange.audit();
    }

    /** Lets the log's timer fire whenever it is wanted before the next command. */
    private void fireTimers() {
        for (long dueNs = exchange.nextTimerNs(); dueNs <= nextTimestampNs; dueNs = exchange.nextTimerNs()) {
            text.announce(ScenarioTime.text(dueNs) + " log: timer");
            exchange.onTimer(dueNs);
            text.announce(null);
            exchange.audit();
        }
    }

    /** The command before, whose sender, epoch and sequence still stand in the header. */
    private String lastCommand() {
        if (lastSaid == null) {
            throw new IllegalArgumentException("nothing has been said before '" + AGAIN + "'");
        }
        return lastSaid;
    }

    /** Sets the sender, its epoch and the command's sequence: what the speaker says, or the next. */
    private void number(String name, Words speaker) {
        String senderName = names.senders.knows(name) ? name : OPERATOR;
        int senderId = names.senders.id(speaker.take("via") ? speaker.next("a sender") : senderName);
        SenderCounter counter = counters.computeIfAbsent(senderId, id -> new SenderCounter());
        if (speaker.take("epoch")) {
            counter.epoch = speaker.nextInt("an epoch");
            counter.sequence = 0;
        }
        counter.sequence = speaker.take("sequence") ? speaker.nextLong("a sequence") : counter.sequence + 1;
        header.set(senderId, counter.epoch, counter.sequence, nextTimestampNs);
    }

    private int accountId(String speaker, String verb) {
        if (names.senders.knows(speaker) && !names.accounts.knows(speaker)) {
            throw new IllegalArgumentException("unknown verb '" + verb + "' of " + speaker);
        }
        return names.accounts.id(speaker);
    }

    private void restart() {
        TextSnapshotWriter writer = new TextSnapshotWriter();
        exchange.writeTo(writer);
        Exchange restored = new Exchange(text);
        restored.readFrom(new TextSnapshotReader(writer.text()));
        exchange = restored;
    }

    private void command(String speaker, String command) {
        Words words = new Words(command);
        String verb = words.next("a verb");
        if (verb.equals("image")) {
            exchange.requestImage(header);
        } else if (verb.equals("outcome")) {
            words.expect("epoch");
            int epoch = words.nextInt("an epoch");
            words.expect("sequence");
            exchange.queryOutcome(header, epoch, words.nextLong("a sequence"));
        } else if (!operatorVerbs.say(verb, words, exchange, header)
                && !livenessVerbs.say(verb, () -> accountId(speaker, verb), words, exchange, header)
                && !traderVerbs.say(verb, accountId(speaker, verb), words, exchange, header)) {
            throw new IllegalArgumentException("unknown verb '" + verb + "'");
        }
        words.expectEnd();
    }
}
