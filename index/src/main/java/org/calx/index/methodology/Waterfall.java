package org.calx.index.methodology;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.calx.index.input.Observation.Kind;
import org.calx.index.methodology.Fixing.Status;
import org.calx.index.methodology.PanelBuilder.Panels;

/** Which panel a fixing stands on: trades, then executable quotes, then all quotes, whichever first has enough contributors. */
final class Waterfall {

    /** A panel with its place in the waterfall. */
    record Step(Status status, Panel panel) {}

    private Waterfall() {}

    static List<Step> steps(Panels panels) {
        List<Step> steps = new ArrayList<>();
        trades(panels).ifPresent(panel -> steps.add(new Step(Status.TRADES, panel)));
        panel(panels, Kind.EXECUTABLE).ifPresent(panel -> steps.add(new Step(Status.EXECUTABLE, panel)));
        quotes(panels).ifPresent(panel -> steps.add(new Step(Status.QUOTES, panel)));
        return steps;
    }

    static Optional<Panel> trades(Panels panels) {
        return panel(panels, Kind.TRADE);
    }

    /** Executable quotes and list prices; of a provider that gives both, the executable ones. */
    static Optional<Panel> quotes(Panels panels) {
        Optional<Panel> executable = panel(panels, Kind.EXECUTABLE);
        Optional<Panel> listed = panel(panels, Kind.LIST);
        if (executable.isEmpty() || listed.isEmpty()) {
            return executable.or(() -> listed);
        }
        List<Contribution> both = new ArrayList<>(executable.get().contributions());
        Set<String> quoted = new HashSet<>();
        both.forEach(one -> quoted.add(one.provider()));
        listed.get().contributions().stream()
                .filter(one -> !quoted.contains(one.provider()))
                .forEach(both::add);
        return Optional.of(new Panel(both));
    }

    private static Optional<Panel> panel(Panels panels, Kind kind) {
        return Optional.ofNullable(panels.byKind().get(kind));
    }
}
