package org.calx.cluster;

/** Another live process has the node's folder. */
public final class FolderInUseException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    FolderInUseException(String message) {
        super(message);
    }
}
