package org.calx.gateway.view;

/** Who is told, after each command, what it has changed. Called on the exchange loop's thread. */
@FunctionalInterface
public interface ChangeListener {

    /** The changes of one command; valid during the call. */
    void onChanges(Changes changes);
}
