package org.calx.core.clearing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.calx.model.DeliveryCharge;
import org.calx.model.Fixing;
import org.calx.model.FixingStatus;
import org.calx.model.MarginCharges;
import org.calx.model.Months;
import org.junit.jupiter.api.Test;

/** A house restored from a snapshot counts the same accounts in the same steps as the one that has gone on. */
class RestoredBacklogTest {
    private static final int STEP = 3;

    /** Accounts 1 and 2 have had a position in product 1, 3 to 6 have one still: four of them, one more than a step counts. */
    @Test
    void accountsWhosePositionsHaveAllExpiredAreNotCounted() {
        ClearingRig rig = ClearingRig.listed(STEP).fund(6, 10_000);
        rig.trade(1, 2, 1, 250, 1);
        rig.trade(3, 4, 2, 250, 1);
        rig.trade(5, 6, 2, 250, 1);
        expireFirstMonth(rig);
        ClearingRig copy = rig.copy();
        assertThat(countAnew(copy)).isEqualTo(countAnew(rig)).isEqualTo(4);
        assertThat(copy.recorded.take()).isNotEmpty();
    }

    /** Two accounts have a position still, no more than a command counts by itself, although four have a margin row. */
    @Test
    void whatIsTooMuchDependsOnPositionsAlone() {
        ClearingRig rig = ClearingRig.listed(STEP).fund(4, 10_000);
        rig.trade(1, 2, 1, 250, 1);
        rig.trade(3, 4, 2, 250, 1);
        expireFirstMonth(rig);
        ClearingRig copy = rig.copy();
        assertThat(countAnew(copy)).isEqualTo(countAnew(rig)).isZero();
    }

    private static void expireFirstMonth(ClearingRig rig) {
        rig.fixings.record(new Fixing(1, ClearingRig.FIRST_DAY, 2_500_000, 5, FixingStatus.FINAL));
        rig.closeOn(ClearingRig.LAST_DAY);
        rig.expiry.expire(1, ClearingRig.LAST_DAY);
        rig.clearing.endCommand();
    }

    /** Charges a month of product 1. @return how many accounts were counted after the command */
    private static int countAnew(ClearingRig rig) {
        rig.recorded.take();
        DeliveryCharge charge =
                new DeliveryCharge(Months.ofDay(ClearingRig.FIRST_DAY + 31), ClearingRig.USD, ClearingRig.USD);
        ClearingRig.accept(
                rig.clearing.rules().setMarginCharges(new MarginCharges(1, 0, List.of(), List.of(), List.of(charge))));
        rig.clearing.endCommand();
        int counted = 0;
        while (rig.clearing.backlog().isAny()) {
            counted += rig.clearing.backlog().step();
            rig.clearing.endCommand();
        }
        rig.clearing.audit();
        return counted;
    }
}
