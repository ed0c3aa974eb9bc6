package org.calx.app.scenario;

/** A scenario's text is wrong. The message names the file and the line and says what is allowed. */
public final class ScenarioException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ScenarioException(String source, int line, String reason, Throwable cause) {
        super(source + ":" + line + ": " + reason, cause);
    }
}
