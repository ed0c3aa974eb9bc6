package org.calx.app.doctor;

/**
 * What was found about one thing.
 *
 * @param grade whether it will do
 * @param subject the thing, such as {@code Memory}
 * @param text what it is, and what does not work with it where it will not do
 * @param mend what to do about it, empty when {@link Grade#GOOD}
 */
record Finding(Grade grade, String subject, String text, String mend) {

    /** How a finding bears on running the exchange. */
    enum Grade {
        /** It will do. */
        GOOD("ok  "),
        /** The exchange runs, with less. */
        LIMITED("warn"),
        /** The exchange does not run. */
        LACKING("FAIL");

        final String word;

        Grade(String word) {
            this.word = word;
        }
    }

    static Finding good(String subject, String text) {
        return new Finding(Grade.GOOD, subject, text, "");
    }

    static Finding limited(String subject, String text, String mend) {
        return new Finding(Grade.LIMITED, subject, text, mend);
    }

    static Finding lacking(String subject, String text, String mend) {
        return new Finding(Grade.LACKING, subject, text, mend);
    }

    String line() {
        return "%s  %-12s %s%s".formatted(grade.word, subject, text, mend.isEmpty() ? "" : " -> " + mend);
    }
}
