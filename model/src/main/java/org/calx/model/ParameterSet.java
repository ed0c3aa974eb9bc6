package org.calx.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Margin parameters that take effect together, under one version.
 *
 * @param version its number, above 0
 * @param marketId the market of its products
 * @param effectiveDay business date from whose beginning it holds, days since 1970-01-01
 * @param arrays by ascending instrument
 * @param charges by ascending product
 * @param spreads all spreads between products, empty to leave them as they are
 * @param ratings by ascending account
 */
public record ParameterSet(
        long version,
        int marketId,
        int effectiveDay,
        List<InstrumentArray> arrays,
        List<MarginCharges> charges,
        Optional<CommoditySpreads> spreads,
        List<AccountRating> ratings) {

    public ParameterSet {
        arrays = arrays.stream()
                .sorted(Comparator.comparingInt(InstrumentArray::instrumentId))
                .toList();
        charges = charges.stream()
                .sorted(Comparator.comparingInt(MarginCharges::productId))
                .toList();
        ratings = ratings.stream()
                .sorted(Comparator.comparingInt(AccountRating::accountId))
                .toList();
    }

    /** The set that these parts make, whatever their order; there is at least one, and all have the first one's version and date. */
    public static ParameterSet of(List<ParameterPart> parts) {
        ParameterPart first = parts.get(0);
        List<InstrumentArray> arrays = new ArrayList<>();
        List<MarginCharges> charges = new ArrayList<>();
        Optional<CommoditySpreads> spreads = Optional.empty();
        List<AccountRating> ratings = new ArrayList<>();
        for (ParameterPart part : parts) {
            arrays.addAll(part.arrays());
            part.charges().ifPresent(charges::add);
            spreads = part.spreads().isPresent() ? part.spreads() : spreads;
            ratings.addAll(part.ratings());
        }
        return new ParameterSet(
                first.version(), first.marketId(), first.effectiveDay(), arrays, charges, spreads, ratings);
    }

    /** Parts that make this set, each small enough for a command. */
    public List<ParameterPart> parts() {
        List<ParameterPart> parts = new ArrayList<>();
        for (int from = 0; from < arrays.size(); ) {
            int to = from + 1;
            while (to < arrays.size() && ParameterPart.fit(arrays.subList(from, to + 1))) {
                to++;
            }
            parts.add(part(arrays.subList(from, to), Optional.empty(), Optional.empty(), List.of()));
            from = to;
        }
        for (MarginCharges each : charges) {
            parts.add(part(List.of(), Optional.of(each), Optional.empty(), List.of()));
        }
        if (spreads.isPresent()) {
            parts.add(part(List.of(), Optional.empty(), spreads, List.of()));
        }
        for (int from = 0; from < ratings.size(); from += ParameterPart.MAX_RATINGS) {
            int to = Math.min(ratings.size(), from + ParameterPart.MAX_RATINGS);
            parts.add(part(List.of(), Optional.empty(), Optional.empty(), ratings.subList(from, to)));
        }
        return parts;
    }

    private ParameterPart part(
            List<InstrumentArray> some,
            Optional<MarginCharges> product,
            Optional<CommoditySpreads> all,
            List<AccountRating> rated) {
        return new ParameterPart(version, marketId, effectiveDay, some, product, all, rated);
    }
}
