package org.calx.index.input;

/** An input file that cannot be used at all; the message names the file and what is allowed. */
public final class InputException extends RuntimeException {
    public InputException(String message) {
        super(message);
    }

    public InputException(String message, Throwable cause) {
        super(message, cause);
    }
}
