package org.calx.index.methodology;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.calx.index.check.SeriesBook;
import org.calx.index.check.SeriesFigure;
import org.calx.index.hedonic.Attributes;
import org.calx.index.hedonic.HedonicFit;
import org.calx.index.hedonic.HedonicRegression;
import org.calx.index.input.Observation;

/**
 * Adjusts levels to the benchmark configuration by premiums that are estimated on the first day and then on the first day of each
 * month, from the last figures of all series of the last {@link SeriesBook#FORGOTTEN_AFTER_DAYS} days.
 */
final class Normalisation {
    private final SeriesBook book;
    private HedonicFit fit = HedonicFit.NONE;

    Normalisation(SeriesBook book) {
        this.book = book;
    }

    /** Estimates anew if the day calls for it. @return the new estimate */
    Optional<HedonicFit> estimate(int epochDay) {
        if (!fit.coefficients().isEmpty() && LocalDate.ofEpochDay(epochDay).getDayOfMonth() != 1) {
            return Optional.empty();
        }
        List<HedonicRegression.Series> sample = book.all().stream()
                .filter(one -> one.isLive(epochDay) && one.key().currency().equals("USD"))
                .map(one -> new HedonicRegression.Series(one.key(), one.group(), one.lastMicros()))
                .toList();
        HedonicFit next = HedonicRegression.fit(epochDay, sample);
        if (next.coefficients().isEmpty()) {
            return Optional.empty();
        }
        fit = next;
        return Optional.of(next);
    }

    /** Logarithm by which the figure is dearer than the benchmark configuration of its index. */
    double logPremium(SeriesFigure figure, boolean ofRegion) {
        if (!figure.key().currency().equals("USD")) {
            return 0;
        }
        // A month's figures are in the index of months alone, whose configuration is that term.
        TreeMap<String, Double> attributes = Attributes.of(figure.key(), !ofRegion);
        attributes.remove("term:" + Observation.Term.RESERVED_MONTH);
        return fit.logPremium(attributes);
    }
}
