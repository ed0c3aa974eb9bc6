package org.calx.app.margin;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.calx.margin.portfolio.MarginParameters;
import org.calx.model.AccountRating;

/**
 * Margin parameters of a file, which is checked for itself.
 *
 * @param file where they are from
 * @param parameters what is in it
 * @param version the set's number, 0 if the file has none
 * @param effectiveDate the business date from whose beginning they are to hold, empty if the file has none
 * @param accountRatings ratings that accounts are to have
 */
public record ParameterFile(
        Path file,
        MarginParameters parameters,
        long version,
        Optional<LocalDate> effectiveDate,
        List<AccountRating> accountRatings) {}
