package org.calx.app.pricing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.calx.app.CsvTable;
import org.calx.app.ExitCode;
import org.calx.app.UserError;
import org.calx.pricing.Greeks;
import org.calx.pricing.OptionType;
import org.calx.pricing.american.BaroneAdesiWhaley;
import org.calx.pricing.american.BinomialTree;
import org.calx.pricing.american.BjerksundStensland;
import org.calx.pricing.american.ExerciseBoundary;
import org.calx.pricing.average.AverageOption;
import org.calx.pricing.average.AverageTerms;
import org.calx.pricing.digital.DigitalOption;
import org.calx.pricing.futures.SchwartzSmith;
import org.calx.pricing.futures.SeasonalJumps;
import org.calx.pricing.spread.SpreadOption;
import org.calx.pricing.vanilla.Bachelier;
import org.calx.pricing.vanilla.Black76;
import org.calx.pricing.vanilla.Kernels;
import org.calx.pricing.vanilla.OptionColumns;
import org.calx.pricing.vanilla.OptionValue;
import org.calx.pricing.vanilla.ValueColumns;
import org.calx.pricing.vanilla.VanillaModel;

/** The models of {@code calx price}, their names, and the columns that they need beyond the common ones. */
enum PricedModel {
    BLACK76("black76", List.of()) {
        @Override
        Greeks value(Row row) {
            return first(Black76.value(row.type, row.forward, row.strike, row.years, row.volatility, row.rate));
        }

        @Override
        List<Greeks> values(CsvTable table) {
            return columns(VanillaModel.BLACK76, table);
        }
    },
    BACHELIER("bachelier", List.of()) {
        @Override
        Greeks value(Row row) {
            return first(Bachelier.value(row.type, row.forward, row.strike, row.years, row.volatility, row.rate));
        }

        @Override
        List<Greeks> values(CsvTable table) {
            return columns(VanillaModel.BACHELIER, table);
        }
    },
    AMERICAN("american", List.of()) {
        @Override
        Greeks value(Row row) {
            return row.differences((f, t, v, r) -> new ExerciseBoundary(t, v, r).price(row.type, f, row.strike));
        }
    },
    BARONE_ADESI_WHALEY("barone-adesi-whaley", List.of()) {
        @Override
        Greeks value(Row row) {
            return row.differences((f, t, v, r) -> BaroneAdesiWhaley.price(row.type, f, row.strike, t, v, r));
        }
    },
    BJERKSUND_STENSLAND("bjerksund-stensland", List.of()) {
        @Override
        Greeks value(Row row) {
            return row.differences((f, t, v, r) -> BjerksundStensland.price(row.type, f, row.strike, t, v, r));
        }
    },
    BINOMIAL("binomial", List.of("steps")) {
        @Override
        Greeks value(Row row) {
            int steps = row.whole("steps", 1, BinomialTree.MOST_STEPS);
            return BinomialTree.value(row.type, row.forward, row.strike, row.years, row.volatility, row.rate, steps);
        }
    },
    GEOMETRIC_AVERAGE("geometric-average", AverageColumns.NAMES) {
        @Override
        Greeks value(Row row) {
            return row.differences((f, t, v, r) ->
                    AverageOption.geometric(row.type, row.average(f, t, v), row.strike, Math.exp(-r * t)));
        }
    },
    TURNBULL_WAKEMAN("turnbull-wakeman", AverageColumns.NAMES) {
        @Override
        Greeks value(Row row) {
            return row.differences((f, t, v, r) ->
                    AverageOption.turnbullWakeman(row.type, row.average(f, t, v), row.strike, Math.exp(-r * t)));
        }
    },
    CURRAN("curran", AverageColumns.NAMES) {
        @Override
        Greeks value(Row row) {
            return row.differences(
                    (f, t, v, r) -> AverageOption.curran(row.type, row.average(f, t, v), row.strike, Math.exp(-r * t)));
        }
    },
    KIRK("kirk", SpreadColumns.NAMES) {
        @Override
        Greeks value(Row row) {
            return row.differences((f, t, v, r) -> row.spread(f, t, v, r).kirk(row.type, row.strike));
        }
    },
    SPREAD("bjerksund-stensland-spread", SpreadColumns.NAMES) {
        @Override
        Greeks value(Row row) {
            return row.differences((f, t, v, r) -> row.spread(f, t, v, r).bjerksundStensland(row.type, row.strike));
        }
    },
    SCHWARTZ_SMITH("schwartz-smith", List.of("shortVolatility", "meanReversion", "correlation", "futureExpiryYears")) {
        @Override
        Greeks value(Row row) {
            return row.differences((f, t, v, r) -> row.twoFactor(f, t, v, r));
        }
    },
    SEASONAL_JUMPS("seasonal-jumps", List.of("meanReversion", "jumpsAYear", "jumpMean", "jumpDeviation")) {
        @Override
        Greeks value(Row row) {
            return row.differences((f, t, v, r) -> row.jumping(f, t, v, r));
        }
    },
    DIGITAL_CASH("digital-cash", List.of()) {
        @Override
        Greeks value(Row row) {
            return row.differences((f, t, v, r) -> DigitalOption.cash(row.type, f, row.strike, t, v, r));
        }
    },
    DIGITAL_ASSET("digital-asset", List.of()) {
        @Override
        Greeks value(Row row) {
            return row.differences((f, t, v, r) -> DigitalOption.asset(row.type, f, row.strike, t, v, r));
        }
    };

    private final String text;
    private final List<String> furtherColumns;

    PricedModel(String text, List<String> furtherColumns) {
        this.text = text;
        this.furtherColumns = furtherColumns;
    }

    abstract Greeks value(Row row);

    /** The value of a row. @throws IllegalArgumentException when the model has none for it */
    Greeks value(CsvTable table, int row) {
        return value(new Row(table, row));
    }

    /** The values of all rows. @throws UserError with the line of the first row that has none */
    List<Greeks> values(CsvTable table) {
        List<Greeks> values = new ArrayList<>(table.size());
        for (int row = 0; row < table.size(); row++) {
            values.add(checked(table, row));
        }
        return values;
    }

    private Greeks checked(CsvTable table, int row) {
        Greeks greeks;
        try {
            greeks = value(table, row);
        } catch (IllegalArgumentException e) {
            throw table.refuseRow(row, e.getMessage());
        }
        if (!Double.isFinite(greeks.price() + greeks.delta() + greeks.gamma() + greeks.vega())) {
            throw table.refuseRow(row, "the model has no finite value here");
        }
        return greeks;
    }

    /** All rows in one call of the fastest kernel; a row that it has no finite value for is looked at again for the reason. */
    List<Greeks> columns(VanillaModel model, CsvTable table) {
        OptionColumns options = new OptionColumns(table.size());
        for (int i = 0; i < table.size(); i++) {
            Row row = new Row(table, i);
            options.set(i, row.type, row.forward, row.strike, row.years, row.volatility, row.rate);
        }
        ValueColumns values = new ValueColumns(table.size());
        Kernels.fastest().valueAll(model, options, values);
        List<Greeks> all = new ArrayList<>(table.size());
        for (int i = 0; i < table.size(); i++) {
            OptionValue value = values.at(i);
            boolean isFinite = Double.isFinite(value.price() + value.delta() + value.gamma() + value.vega());
            all.add(isFinite ? first(value) : checked(table, i));
        }
        return all;
    }

    List<String> furtherColumns() {
        return furtherColumns;
    }

    static PricedModel named(String name) {
        return Arrays.stream(values())
                .filter(model -> model.text.equals(name))
                .findFirst()
                .orElseThrow(() -> new UserError(
                        ExitCode.USAGE, "--model '" + name + "' is not one of " + String.join(", ", new Names())));
    }

    static OptionType type(CsvTable table, int row) {
        return switch (table.text(row, "type")) {
            case "call" -> OptionType.CALL;
            case "put" -> OptionType.PUT;
            default -> throw table.refuseRow(row, "type '" + table.text(row, "type") + "' is not call or put");
        };
    }

    private static Greeks first(OptionValue value) {
        return new Greeks(value.price(), value.delta(), value.gamma(), value.vega(), value.theta(), value.rho());
    }

    /** Columns of a mean: all fixings, the known ones and their mean, and the time to the first unknown one. */
    private static final class AverageColumns {
        static final List<String> NAMES = List.of("fixings", "known", "knownMean", "firstFixingYears");
    }

    /** Columns of a spread's second leg. */
    private static final class SpreadColumns {
        static final List<String> NAMES = List.of("forward2", "volatility2", "correlation");
    }

    /** The models' names, for the help and for refusals. */
    static final class Names implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Arrays.stream(values()).map(model -> model.text).iterator();
        }
    }

    /** One option of a file. */
    static final class Row {
        private final CsvTable table;
        private final int index;
        private final OptionType type;
        private final double forward;
        private final double strike;
        private final double years;
        private final double volatility;
        private final double rate;

        Row(CsvTable table, int index) {
            this.table = table;
            this.index = index;
            type = type(table, index);
            forward = table.number(index, "forward");
            strike = table.number(index, "strike");
            years = table.notNegative(index, "expiryYears");
            volatility = table.notNegative(index, "volatility");
            rate = table.number(index, "rate");
        }

        Greeks differences(Greeks.PriceFunction function) {
            return Greeks.byDifferences(function, forward, years, volatility, rate);
        }

        int whole(String column, int least, int most) {
            double value = table.number(index, column);
            if (value != Math.rint(value) || value < least || value > most) {
                throw table.refuseRow(index, column + " is not a whole number from " + least + " to " + most);
            }
            return (int) value;
        }

        /** The last fixing is at expiry; when the time shrinks, the first one comes nearer with it. */
        AverageTerms average(double forward, double years, double volatility) {
            int fixings = whole("fixings", 1, 10_000);
            int known = whole("known", 0, fixings - 1);
            double knownMean = known == 0 ? 0 : table.positive(index, "knownMean");
            double first = table.notNegative(index, "firstFixingYears");
            if (first > this.years) {
                throw table.refuseRow(index, "firstFixingYears is after expiryYears");
            }
            double moved = Math.max(first + years - this.years, 0);
            return AverageTerms.flat(forward, volatility, fixings, known, knownMean, moved, years);
        }

        /** The volatility is the long-term one; when time goes by, the future's delivery comes nearer with it. */
        double twoFactor(double forward, double years, double volatility, double rate) {
            double later = table.notNegative(index, "futureExpiryYears") - this.years;
            if (later < 0) {
                throw table.refuseRow(index, "futureExpiryYears is before expiryYears");
            }
            SchwartzSmith model = new SchwartzSmith(
                    table.positive(index, "meanReversion"),
                    table.notNegative(index, "shortVolatility"),
                    volatility,
                    table.number(index, "correlation"),
                    0,
                    0,
                    0);
            double deviation = Math.sqrt(model.variance(years, later));
            return Math.exp(-rate * years) * Black76.price(type, forward, strike, 1, deviation, 0);
        }

        /** An option on a day's price, by its variance: the volatility is in prices, and so are the jumps. */
        double jumping(double forward, double years, double volatility, double rate) {
            SeasonalJumps model = new SeasonalJumps(
                    0,
                    0,
                    0,
                    0,
                    table.positive(index, "meanReversion"),
                    volatility,
                    table.notNegative(index, "jumpsAYear"),
                    table.number(index, "jumpMean"),
                    table.notNegative(index, "jumpDeviation"));
            double deviation = Math.sqrt(model.variance(years));
            return Math.exp(-rate * years) * Bachelier.price(type, forward, strike, 1, deviation, 0);
        }

        SpreadOption spread(double forward, double years, double volatility, double rate) {
            return new SpreadOption(
                    forward,
                    table.positive(index, "forward2"),
                    volatility,
                    table.notNegative(index, "volatility2"),
                    table.number(index, "correlation"),
                    years,
                    rate);
        }
    }
}
