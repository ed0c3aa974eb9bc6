package org.calx.index.methodology;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * One version of the rules by which fixings are made. A version never changes: new rules are a new version with its own day of
 * effect, and any version can be computed beside any other.
 *
 * @param name name and version, for example {@code calx-1}
 * @param effectiveFrom first day whose fixings the venue settles on by this version
 * @param aggregation how a panel becomes a figure
 * @param checked whether rows are checked against each other first
 * @param fewestContributors independent groups below which a panel gives no figure
 * @param winsorShare share of weight beyond which figures are pulled in, at each end
 * @param groupCap largest weight of a group, when {@code smallPanel} groups or more contribute
 * @param smallPanelCap largest weight of a group in a smaller panel
 * @param smallPanel groups from which {@code groupCap} holds
 * @param moveLimit distance in logarithms from the panel's median move beyond which a group's daily move is pulled in
 * @param anchorSpeed share of the gap between fixing and panel level that is closed in a day
 * @param anchorLimit most that closing the gap moves the fixing in a day, in logarithms
 * @param heldDays days for which the last fixing stands in
 * @param modelDays days in a row for which the moves of linked models stand in
 * @param monthTrades whether trades of one-month terms make an index of their own
 */
public record Methodology(
        String name,
        LocalDate effectiveFrom,
        Aggregation aggregation,
        boolean checked,
        int fewestContributors,
        double winsorShare,
        double groupCap,
        double smallPanelCap,
        int smallPanel,
        double moveLimit,
        double anchorSpeed,
        double anchorLimit,
        int heldDays,
        int modelDays,
        boolean monthTrades) {

    /** How a panel becomes a figure. */
    public enum Aggregation {
        /** Chained moves of what can be matched, pulled slowly to the level of the panel. */
        MATCHED_CHAIN,
        /** Median over providers of each provider's median. */
        PLAIN_MEDIAN,
        /** Mean of all offers. */
        PLAIN_MEAN,
        /** Mean of all offers by volume, offers without a volume counting as one GPU-hour. */
        PLAIN_VWAP
    }

    private static final LocalDate FIRST_DAY = LocalDate.of(2020, 1, 1);

    /** The benchmark of the venue, first version. */
    public static final Methodology CALX_1 = new Methodology(
            "calx-1",
            FIRST_DAY,
            Aggregation.MATCHED_CHAIN,
            true,
            5,
            0.05,
            0.20,
            0.30,
            8,
            0.12,
            0.02,
            0.001,
            3,
            5,
            false);

    /** The same figures, and an index of one-month trades for each model. */
    public static final Methodology CALX_2 = new Methodology(
            "calx-2",
            LocalDate.of(2027, 1, 1),
            Aggregation.MATCHED_CHAIN,
            true,
            5,
            0.05,
            0.20,
            0.30,
            8,
            0.12,
            0.02,
            0.001,
            3,
            5,
            true);

    /** {@code calx-1} where one contributor is enough: for a table that has a few providers only, never for settlement by others. */
    public static final Methodology CALX_1_FEW = new Methodology(
            "calx-1-few",
            FIRST_DAY,
            Aggregation.MATCHED_CHAIN,
            true,
            1,
            0.05,
            0.20,
            0.30,
            8,
            0.12,
            0.02,
            0.001,
            3,
            5,
            false);

    /** What is avoided: no row is thrown out, each provider counts once. */
    public static final Methodology PLAIN_MEDIAN = plain("plain-median", Aggregation.PLAIN_MEDIAN);

    /** What is avoided: the mean of whatever the day brings. */
    public static final Methodology PLAIN_MEAN = plain("plain-mean", Aggregation.PLAIN_MEAN);

    /** What is avoided: the mean by volume. */
    public static final Methodology PLAIN_VWAP = plain("plain-vwap", Aggregation.PLAIN_VWAP);

    private static final List<Methodology> ALL =
            List.of(CALX_1, CALX_2, CALX_1_FEW, PLAIN_MEDIAN, PLAIN_MEAN, PLAIN_VWAP);

    private static Methodology plain(String name, Aggregation aggregation) {
        return new Methodology(
                name, FIRST_DAY, aggregation, false, 1, 0, 1, 1, 0, 0, 0, 0, Integer.MAX_VALUE, 0, false);
    }

    /** All methodologies; versions of one in the order of their days of effect. */
    public static List<Methodology> all() {
        return ALL;
    }

    /** The versions of the venue's benchmark, in the order of their days of effect. */
    public static List<Methodology> versions() {
        return List.of(CALX_1, CALX_2);
    }

    public static List<String> names() {
        return ALL.stream().map(Methodology::name).toList();
    }

    public static Optional<Methodology> named(String name) {
        return ALL.stream().filter(one -> one.name.equals(name)).findFirst();
    }
}
