package org.calx.app.index;

import java.util.concurrent.Callable;
import org.calx.app.ExitCode;
import org.calx.index.methodology.Methodology;
import picocli.CommandLine.Command;

/** {@code calx index methodologies}. */
@Command(name = "methodologies", description = "List the methodologies with their parameters and days of effect.")
public final class MethodologiesIndexCommand implements Callable<Integer> {

    @Override
    public Integer call() {
        System.out.println("name,effective_from,aggregation,checked,fewest_contributors,winsor_share,group_cap,"
                + "small_panel_cap,small_panel,move_limit,anchor_speed,anchor_limit,held_days,model_days,month_trades");
        for (Methodology one : Methodology.all()) {
            System.out.println(one.name() + "," + one.effectiveFrom() + "," + one.aggregation() + "," + one.checked()
                    + "," + one.fewestContributors() + "," + one.winsorShare() + "," + one.groupCap() + ","
                    + one.smallPanelCap() + "," + one.smallPanel() + "," + one.moveLimit() + "," + one.anchorSpeed()
                    + "," + one.anchorLimit() + "," + one.heldDays() + "," + one.modelDays() + ","
                    + one.monthTrades());
        }
        return ExitCode.OK;
    }
}
