package org.calx.risk.stress;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Scenarios written down as relative shifts of factors by name: a row has a scenario, a pattern in which {@code *} stands for any
 * letters, and a shift. The first pattern of a scenario that a factor matches counts; a factor that matches none stays.
 */
public final class HypotheticalSet {
    /** Most rows. */
    public static final int MOST_ROWS = 10_000;

    private record Rule(Pattern pattern, double shift) {}

    private final Map<String, List<Rule>> scenarios = new LinkedHashMap<>();
    private int rows;

    /**
     * What the exchange is stressed with if nobody says otherwise. The launch takes more from older models; a ban on exports makes
     * 40 % of the supply missing; a grid event triples one power price; a restatement moves an index by what indices of
     * December 2025 were restated by; a price cut is a large provider's.
     */
    public static HypotheticalSet standard() {
        HypotheticalSet set = new HypotheticalSet();
        set.add("new-gpu-launch", "A100*", -0.50);
        set.add("new-gpu-launch", "H100*", -0.40);
        set.add("new-gpu-launch", "H200*", -0.30);
        set.add("new-gpu-launch", "B200*", -0.15);
        set.add("export-ban", "*100*", 0.60);
        set.add("export-ban", "*200*", 0.80);
        set.add("provider-price-cut", "*100*", -0.50);
        set.add("provider-price-cut", "*200*", -0.50);
        set.add("grid-event", "DE*", 2.00);
        set.add("grid-event", "*100*", 0.10);
        set.add("grid-event", "*200*", 0.10);
        set.add("index-restatement", "A100*", 0.40);
        set.add("index-restatement", "H100*", -0.06);
        set.add("index-restatement", "B200*", -0.06);
        return set;
    }

    /**
     * Adds a row.
     *
     * @param shift relative, above -1, at most 100
     * @throws IllegalArgumentException if the shift is out of range, a name is blank or there are too many rows
     */
    public void add(String scenario, String factorPattern, double shift) {
        if (!(shift > -1 && shift <= 100)) {
            throw new IllegalArgumentException("shift " + shift + " is not above -1 and at most 100");
        }
        if (scenario.isBlank() || factorPattern.isBlank() || ++rows > MOST_ROWS) {
            throw new IllegalArgumentException(
                    "a row needs a scenario and a factor, and there are at most " + MOST_ROWS);
        }
        Pattern pattern =
                Pattern.compile(Pattern.quote(factorPattern).replace("*", "\\E.*\\Q"), Pattern.CASE_INSENSITIVE);
        scenarios.computeIfAbsent(scenario, name -> new ArrayList<>()).add(new Rule(pattern, shift));
    }

    /** The scenarios in the order of their first rows, on these factors. */
    public List<StressScenario> on(List<String> factors) {
        List<StressScenario> result = new ArrayList<>();
        scenarios.forEach((name, rules) -> {
            double[] shifts = new double[factors.size()];
            for (int i = 0; i < shifts.length; i++) {
                shifts[i] = shift(rules, factors.get(i));
            }
            result.add(new StressScenario(name, shifts));
        });
        return result;
    }

    private static double shift(List<Rule> rules, String factor) {
        for (Rule rule : rules) {
            if (rule.pattern.matcher(factor).matches()) {
                return rule.shift;
            }
        }
        return 0;
    }
}
