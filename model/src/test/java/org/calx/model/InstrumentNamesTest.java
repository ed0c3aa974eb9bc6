package org.calx.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.calx.model.InstrumentNames.MonthFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InstrumentNamesTest {

    @ParameterizedTest
    @CsvSource({
        "H100, 2026-12-31, H100-31DEC26",
        "H100.EU, 2027-01-29, H100.EU-29JAN27",
        "DEBASE, 2027-02-05, DEBASE-5FEB27",
        "B200, 2028-02-29, B200-29FEB28",
    })
    void aMonthFutureIsItsProductAndItsLastDay(String code, LocalDate day, String name) {
        assertThat(InstrumentNames.monthFuture(code, day)).isEqualTo(name);
        assertThat(InstrumentNames.parseMonthFuture(name)).isEqualTo(Optional.of(new MonthFuture(code, day)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "H100",
                "H100-31DEC",
                "H100-32DEC26",
                "H100-29FEB27",
                "H100-0JAN27",
                "h100-31DEC26",
                "H100-31dec26",
                "H100-31XYZ26",
                "H100-PERPETUAL",
                "H100-31DEC26-2d50-C",
                "H100.E-31DEC26",
                "100H-31DEC26",
                "H100-31DEC26 ",
                "H100--31DEC26",
                "H100-31DEC26_29JAN27"
            })
    void whatIsNotAMonthFutureIsNone(String name) {
        assertThat(InstrumentNames.parseMonthFuture(name)).isEmpty();
    }

    @Test
    void aNameDoesNotDependOnTheMachinesLocale() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertThat(InstrumentNames.monthFuture("H100", LocalDate.of(2026, 12, 31)))
                    .isEqualTo("H100-31DEC26");
        } finally {
            Locale.setDefault(before);
        }
    }
}
