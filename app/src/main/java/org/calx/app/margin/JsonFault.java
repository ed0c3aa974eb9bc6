package org.calx.app.margin;

/** A file that cannot be taken as it is: file, place and reason in one line. */
public final class JsonFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    JsonFault(String message, Throwable cause) {
        super(message, cause);
    }

    /** A fault at a place of a file. */
    public JsonFault(String file, String place, String reason) {
        super(file + ": " + (place.isEmpty() ? "" : place + ": ") + reason);
    }
}
