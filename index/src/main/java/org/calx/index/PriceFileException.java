package org.calx.index;

/** A price file that is refused; the message names the file, the line and what is allowed there. */
public final class PriceFileException extends RuntimeException {

    PriceFileException(final String file, final long line, final String reason) {
        super(file + ", line " + line + ": " + reason);
    }

    PriceFileException(final String file, final String reason, final Throwable cause) {
        super(file + ": " + reason, cause);
    }
}
