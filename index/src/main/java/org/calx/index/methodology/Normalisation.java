package org.calx.index.methodology;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.calx.index.check.SeriesBook;
import org.calx.index.check.SeriesFigure;
import org.calx.index.hedonic.Attributes;
import org.calx.index.hedonic.HedonicFit;
import org.calx.index.hedonic.HedonicRegression;
import org.calx.index.input.Observation;
import org.calx.index.input.SeriesKey;

/**
 * Adjusts levels to the benchmark configuration by premiums that are estimated on the first day and then on the first day of each
 * month, from the last figures of all series of the last {@link SeriesBook#FORGOTTEN_AFTER_DAYS} days.
 */
final class Normalisation {
    private final SeriesBook book;
    /** Factors by the present fit, which every day of a month asks for again. */
    private final Map<SeriesKey, Double> general = new HashMap<>();

    private final Map<SeriesKey, Double> regional = new HashMap<>();
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
        general.clear();
        regional.clear();
        return Optional.of(next);
    }

    /** Factor that takes the figure's price to the benchmark configuration of its index. */
    double factor(SeriesFigure figure, boolean ofRegion) {
        Map<SeriesKey, Double> known = ofRegion ? regional : general;
        Double factor = known.get(figure.key());
        if (factor == null) {
            factor = StrictMath.exp(-logPremium(figure, ofRegion));
            if (known.size() < SeriesBook.MAX_SERIES) {
                known.put(figure.key(), factor);
            }
        }
        return factor;
    }

    private double logPremium(SeriesFigure figure, boolean ofRegion) {
        if (!figure.key().currency().equals("USD")) {
            return 0;
        }
        // A month's figures are in the index of months alone, whose configuration is that term.
        TreeMap<String, Double> attributes = Attributes.of(figure.key(), !ofRegion);
        attributes.remove("term:" + Observation.Term.RESERVED_MONTH);
        return fit.logPremium(attributes);
    }
}
