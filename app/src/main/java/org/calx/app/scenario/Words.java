package org.calx.app.scenario;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.calx.model.Decimals;

/** The words of one line, read from left to right. Every complaint is an {@link IllegalArgumentException}. */
final class Words {
    private static final int MICROS_SCALE = 6;

    private final List<String> words;
    private int next;

    Words(String text) {
        words = split(text);
    }

    /** Words are separated by blanks; text in double quotes is one word. */
    private static List<String> split(String text) {
        List<String> words = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            if (Character.isWhitespace(text.charAt(at))) {
                at++;
            } else if (text.charAt(at) == '"') {
                int end = text.indexOf('"', at + 1);
                if (end < 0) {
                    throw new IllegalArgumentException("a quotation is not closed");
                }
                words.add(text.substring(at + 1, end));
                at = end + 1;
            } else {
                int end = at;
                while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
                    end++;
                }
                words.add(text.substring(at, end));
                at = end;
            }
        }
        return words;
    }

    boolean hasNext() {
        return next < words.size();
    }

    /** The next word. @param what names what is missing when there is none */
    String next(String what) {
        if (!hasNext()) {
            throw new IllegalArgumentException("expected " + what + ", found the end of the line");
        }
        return words.get(next++);
    }

    /** Takes the next word if it is this one. */
    boolean take(String word) {
        boolean matches = hasNext() && words.get(next).equals(word);
        if (matches) {
            next++;
        }
        return matches;
    }

    /** Takes a word that must stand here. */
    void expect(String word) {
        String found = next("'" + word + "'");
        if (!found.equals(word)) {
            throw new IllegalArgumentException("expected '" + word + "', found '" + found + "'");
        }
    }

    void expectEnd() {
        if (hasNext()) {
            throw new IllegalArgumentException("unexpected '" + words.get(next) + "'");
        }
    }

    int nextInt(String what) {
        return Math.toIntExact(nextLong(what));
    }

    long nextLong(String what) {
        String word = next(what);
        try {
            return Long.parseLong(word);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(what + " must be a whole number, found '" + word + "'", e);
        }
    }

    /** A decimal in micros. */
    long nextMicros(String what) {
        String word = next(what);
        try {
            return Decimals.parse(word, MICROS_SCALE);
        } catch (NumberFormatException | ArithmeticException e) {
            throw new IllegalArgumentException(
                    what + " must be a decimal with at most 6 digits after the point, found '" + word + "'", e);
        }
    }

    /** A date such as 2026-11-02, in days since 1970-01-01. */
    int nextDay(String what) {
        String word = next(what);
        try {
            return Math.toIntExact(LocalDate.parse(word).toEpochDay());
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(what + " must be a date such as 2026-11-02, found '" + word + "'", e);
        }
    }

    /** A constant in lower case, with hyphens for underscores. */
    <E extends Enum<E>> E nextConstant(Class<E> type, String what) {
        String word = next(what);
        for (E constant : type.getEnumConstants()) {
            if (word(constant).equals(word)) {
                return constant;
            }
        }
        throw new IllegalArgumentException(what + " must be one of " + words(type) + ", found '" + word + "'");
    }

    /** How a constant is written in a scenario. */
    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static <E extends Enum<E>> String words(Class<E> type) {
        List<String> all = new ArrayList<>();
        for (E constant : type.getEnumConstants()) {
            all.add(word(constant));
        }
        return String.join(", ", all);
    }
}
