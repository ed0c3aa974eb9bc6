package org.calx.app.scenario;

import java.util.function.IntSupplier;
import org.calx.core.engine.CommandHeader;
import org.calx.core.engine.Exchange;
import org.calx.model.SessionEnd;

/** What is said about whether clients are there: sessions, heartbeats and countdowns. */
final class LivenessVerbs {
    private final ScenarioDictionary names;

    LivenessVerbs(ScenarioDictionary names) {
        this.names = names;
    }

    /**
     * Whether the verb is one of these; if so, its command is given.
     *
     * @param accountId the speaker's account, asked for by the verbs that need one
     */
    boolean say(String verb, IntSupplier accountId, Words words, Exchange exchange, CommandHeader header) {
        switch (verb) {
            case "open-session" -> {
                long number = names.sessionNumbers.define(words.next("a name for the session"));
                exchange.openSession(header, accountId.getAsInt(), number, grace(words));
            }
            case "resume-session" -> {
                long sessionId = names.sessions.longId(words.next("a session"));
                words.expect("as");
                long number = names.sessionNumbers.define(words.next("a new name for the session"));
                exchange.resumeSession(header, accountId.getAsInt(), number, sessionId);
            }
            case "end-session" -> {
                long number = names.sessionNumbers.longId(words.next("a session"));
                exchange.endSession(header, number, words.nextConstant(SessionEnd.class, "how the session ends"));
            }
            case "heartbeat" -> exchange.heartbeat(header);
            case "cancel-all-after" -> exchange.cancelAllAfter(header, accountId.getAsInt(), countdown(words));
            case "cancel-on-disconnect" -> {
                boolean enabled = !words.take("off");
                if (enabled) {
                    words.expect("on");
                }
                exchange.setCancelOnDisconnect(header, accountId.getAsInt(), enabled, grace(words));
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private static long grace(Words words) {
        return words.take("grace") ? ScenarioTime.durationNs(words.next("a duration")) : 0;
    }

    private static long countdown(Words words) {
        return words.take("off") ? 0 : ScenarioTime.durationNs(words.next("a duration, or off"));
    }
}
