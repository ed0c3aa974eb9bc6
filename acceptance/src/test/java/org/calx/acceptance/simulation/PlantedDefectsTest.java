package org.calx.acceptance.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.function.Supplier;
import org.calx.acceptance.simulator.Defect;
import org.calx.acceptance.simulator.Simulation;
import org.calx.acceptance.simulator.member.Assembly;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every defect in the list is planted and must be found within some seeds, by the check that is there for it. */
class PlantedDefectsTest {
    private static final int MOST_SEEDS = 60;
    private static final int COMMANDS = 3_000;

    /** The list. What the simulator says when it finds a defect matches the pattern. */
    enum Planted {
        A_JOURNAL_ENTRY_IS_SKIPPED(PlantedInExchange.SkipsAnEntry::new, "members disagree|not told"),
        AN_ENTRY_IS_CARRIED_OUT_TWICE(PlantedInExchange.CarriesOutTwice::new, "members disagree|expected null"),
        A_NEW_LEADER_LOSES_CANCELS(PlantedInExchange.LosesCancelsOfANewLeader::new, "not told|the log's time went to"),
        THE_WINDOW_IS_FORGOTTEN_AT_FAILOVER(PlantedInExchange.ForgetsTheWindowAtFailover::new, "expected"),
        THE_CLOCK_GOES_BACK(PlantedInExchange.LetsTheClockGoBack::new, "the log's time went to"),
        A_FEE_HAS_THE_WRONG_SIGN(PlantedInExchange.PaysFeesOut::new, "expected Trade"),
        A_POSITION_IS_MISCOUNTED(PlantedInExchange.MiscountsAPosition::new, "members disagree|PositionChanged"),
        MONEY_IS_MADE(PlantedInExchange.MakesMoney::new, "expected Posted"),
        CLIENTS_ARE_CUT_OFF_AT_FAILOVER(
                PlantedInExchange.CutsClientsOffAtFailover::new, "the timer: expected|told CountdownSet"),

        A_SLICE_TOO_MANY_IS_COUNTED(PlantedInExchange.CountsASliceMore::new, "makes other events|the timer: expected"),
        AN_ACTIVATION_NEEDS_ONE_PERSON(PlantedInExchange.LetsOnePersonActivate::new, "expected"),

        A_SNAPSHOT_FORGETS_WHO_IS_BEHIND(PlantedInStorage.ForgetsWhoIsBehind::new, "members disagree"),
        A_SNAPSHOT_FORGETS_THE_TIME(() -> new PlantedInStorage.ForgetsAField("envelope", 1), "members disagree"),
        A_SNAPSHOT_FORGETS_THE_LAST_ORDER(() -> new PlantedInStorage.ForgetsAField("orders", 1), "members disagree"),
        A_SNAPSHOT_FORGETS_THE_LAST_ENTRY(() -> new PlantedInStorage.ForgetsAField("ledger", 1), "members disagree"),
        EVENTS_ARE_DROPPED_AT_RESUME(PlantedInStorage.DropsEventsAtResume::new, "recorded stream ends with"),
        THE_RECORDING_RESUMES_ONE_TOO_LATE(
                PlantedInStorage.ResumesOneTooLate::new,
                "recorded stream ends with|recordings differ|recorded in the place of"),
        TORN_COMMANDS_ARE_KEPT(PlantedInStorage.KeepsTornCommands::new, "recorded in the place of|recordings differ"),

        CANCELS_ARE_FORGOTTEN_AT_FAILOVER(PlantedInTransport.ForgetsCancelsAtFailover::new, "have their answers"),
        NOTHING_IS_SENT_AGAIN(PlantedInTransport.NeverSendsAgain::new, "not reached|only \\d+ commands"),
        A_READER_GOES_ON_ONE_TOO_LATE(PlantedInTransport.ReadsOnOneTooLate::new, "was told event"),
        WHAT_IS_NOT_SYNCED_IS_CONFIRMED(
                PlantedInTransport.ConfirmsBeforeSyncing::new, "is another|is lost|contradicted"),
        A_LEADER_COUNTS_ITSELF_ALONE(PlantedInTransport.CountsItselfAlone::new, "is another|is lost|contradicted"),
        CONTRADICTIONS_ARE_KEPT(PlantedInTransport.KeepsContradictions::new, "is another|is lost|contradicted"),
        ANYONE_IS_ELECTED(PlantedInTransport.ElectsAnyone::new, "is another|is lost|contradicted");

        private final Supplier<Assembly> assembly;
        private final String foundBy;

        Planted(Supplier<Assembly> assembly, String foundBy) {
            this.assembly = assembly;
            this.foundBy = foundBy;
        }
    }

    @ParameterizedTest
    @EnumSource
    void plantedDefectIsFound(Planted planted) {
        for (long seed = 1; seed <= MOST_SEEDS; seed++) {
            try {
                new Simulation(seed, COMMANDS, planted.assembly.get()).run();
            } catch (Defect defect) {
                System.out.println(planted + ": seed " + seed + ": " + defect.getMessage());
                assertThat(defect.getMessage()).containsPattern(planted.foundBy);
                return;
            }
        }
        fail(planted + " was not found in " + MOST_SEEDS + " seeds");
    }
}
