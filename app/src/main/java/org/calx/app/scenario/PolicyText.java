package org.calx.app.scenario;

import static org.calx.app.scenario.ScenarioDictionary.decimal;

import java.util.stream.Collectors;
import org.calx.model.MarginPolicy;

/** The fields of a margin policy as text. */
final class PolicyText {
    private PolicyText() {}

    static String fields(MarginPolicy policy, ScenarioDictionary names) {
        String kind =
                switch (policy.kind()) {
                    case SPAN -> "";
                    case GRID -> " scenarios=" + policy.scenarios();
                    case PERCENT -> percent(policy, names);
                };
        MarginPolicy.Adjustments adjustments = policy.adjustments();
        return " kind=%s%s shortMinimum=%s count=%s openInterest=%s specialShare=%s special=%s averagingFloor=%s"
                .formatted(
                        policy.kind(),
                        kind,
                        decimal(policy.shortOptionMinimumMicros()),
                        policy.shortOptionMethod(),
                        adjustments.openInterestLots(),
                        adjustments.specialShareBps(),
                        decimal(adjustments.specialMicros()),
                        adjustments.averagingFloorBps());
    }

    private static String percent(MarginPolicy policy, ScenarioDictionary names) {
        String contracts = policy.contracts().stream()
                .map(contract -> names.instruments.name(contract.instrumentId()) + ":" + contract.rateBps()
                        + (contract.locked() ? ":locked" : "")
                        + (contract.excluded() ? ":excluded" : ""))
                .collect(Collectors.joining(","));
        return " rate=%s largerSide=%s locked=%s contracts=[%s]"
                .formatted(policy.rateBps(), policy.largerSide(), policy.lockedBps(), contracts);
    }
}
