package org.calx.app.scenario;

import java.time.LocalDate;
import java.util.Locale;
import java.util.stream.Collectors;
import org.calx.model.AccountRating;
import org.calx.model.InstrumentArray;
import org.calx.model.ParameterPart;

/** Parts of sets of margin parameters in the words of {@link ParameterVerbs}. */
final class ParameterText {
    private ParameterText() {}

    static String part(ParameterPart part, ScenarioDictionary names) {
        StringBuilder text = new StringBuilder("version=%d market=%s effective=%s"
                .formatted(
                        part.version(),
                        names.markets.name(part.marketId()),
                        LocalDate.ofEpochDay(part.effectiveDay())));
        for (InstrumentArray array : part.arrays()) {
            text.append(" array ")
                    .append(names.instruments.name(array.instrumentId()))
                    .append(' ');
            text.append(array.lossMicrosPerLot().stream()
                    .map(ScenarioDictionary::decimal)
                    .collect(Collectors.joining(" ")));
        }
        part.charges().ifPresent(charges -> text.append(" charges ")
                .append(names.products.name(charges.productId()))
                .append(SpreadText.charges(charges)));
        part.spreads().ifPresent(spreads -> text.append(" credits").append(SpreadText.spreads(spreads, names)));
        for (AccountRating rating : part.ratings()) {
            text.append(" rating %s %s"
                    .formatted(
                            names.accounts.name(rating.accountId()),
                            rating.rating().name().toLowerCase(Locale.ROOT)));
        }
        return text.toString();
    }
}
