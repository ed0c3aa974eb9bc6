package org.calx.api.client;

/** The event that a reader needs next is not in this node's recording: it goes on at another node, or at an image. */
public final class EventsMissingException extends IllegalStateException {
    private static final long serialVersionUID = 1;

    /** Says what is missing. */
    public EventsMissingException(String message) {
        super(message);
    }
}
