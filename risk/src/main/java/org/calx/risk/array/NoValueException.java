package org.calx.risk.array;

/** An option that has no value by its model, alone or in one of its scenarios. */
public final class NoValueException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    private final int index;

    NoValueException(int index, OptionTerms terms) {
        super("the option has no value: " + terms);
        this.index = index;
    }

    /** Which of the options it is, from 0. */
    public int index() {
        return index;
    }
}
