package org.calx.cluster;

/** A file of a node is not what was written: which one, and what is wrong with it. */
public final class DamagedFileException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    private final String file;

    DamagedFileException(String file, String problem) {
        this(file, problem, null);
    }

    DamagedFileException(String file, String problem, Throwable cause) {
        super(file + " is damaged: " + problem, cause);
        this.file = file;
    }

    /** The file's name within the node's folder, such as {@code archive/3-0.rec}. */
    public String file() {
        return file;
    }
}
