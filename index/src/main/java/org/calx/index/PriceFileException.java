package org.calx.index;

/** A price file that is refused; the message names the file, the line and what is allowed there. */
public final class PriceFileException extends RuntimeException {

    PriceFileException(String file, long line, String reason) {
        super(file + ", line " + line + ": " + reason);
    }

    PriceFileException(String file, String reason, Throwable cause) {
        super(file + ": " + reason, cause);
    }
}
