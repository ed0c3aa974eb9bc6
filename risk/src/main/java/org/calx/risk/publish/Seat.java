package org.calx.risk.publish;

/**
 * Which of the publishers this is. Each has epochs of its own, so that two that take over at once cannot begin the same one.
 *
 * @param index from 0
 * @param seats how many publishers share the sender, from 1 to 100; the same for all
 */
public record Seat(int index, int seats) {
    private static final int MOST = 100;

    /** Checks the ranges. @throws IllegalArgumentException outside them */
    public Seat {
        if (seats < 1 || seats > MOST || index < 0 || index >= seats) {
            throw new IllegalArgumentException("seat " + index + " of " + seats + "; there are 1 to " + MOST);
        }
    }

    /** This seat's first epoch above the given one. */
    int epochAbove(int epoch) {
        return epoch + 1 + Math.floorMod(index - epoch - 1, seats);
    }
}
