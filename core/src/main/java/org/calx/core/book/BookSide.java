package org.calx.core.book;

/** The two sides of a book as the integers that index arrays and fit in an order's packed fields. */
public final class BookSide {

    /** The buying side: higher prices come first. */
    public static final int BID = 0;

    /** The selling side: lower prices come first. */
    public static final int ASK = 1;

    private BookSide() {}

    /** The side an order of this side trades against. */
    public static int opposite(int side) {
        return side ^ 1;
    }
}
