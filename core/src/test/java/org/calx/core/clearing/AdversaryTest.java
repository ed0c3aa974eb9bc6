package org.calx.core.clearing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.calx.core.clearing.ClearingRig.Order;
import org.calx.margin.ScenarioArray;
import org.calx.model.AccountRisk;
import org.calx.model.Currency;
import org.calx.model.MarginCharges;
import org.calx.model.MarginPolicy;
import org.calx.model.Rating;
import org.calx.model.RejectReason;
import org.calx.model.ShortOptionMethod;
import org.calx.model.Side;
import org.junit.jupiter.api.Test;

/**
 * An adversary against the promise that fills of accepted orders cannot take a solvent account below its requirement: it takes
 * a hedged account with charges and credits, has orders accepted to the last lot, takes out all free cash, and fills at the limits
 * in whatever order and parts leave the least.
 */
class AdversaryTest {
    private static final int ROUNDS = 400;
    private static final int VICTIM = 1;
    private static final int STREET = ClearingRig.ACCOUNTS;
    private static final long USD = Currency.MICROS;

    private final long seed = Long.getLong("calx.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private ClearingRig rig;
    private int solvent;
    private int charged;
    private int credited;
    private int creditKept;
    private int fills;
    private int tight;
    private int changedCharges;
    private int optionFills;
    private boolean withOptions;

    @Test
    void noSequenceOfFillsOfAcceptedOrdersEndsBelowTheRequirement() {
        hunt();
    }

    @Test
    void norDoesOneWithOptions() {
        withOptions = true;
        hunt();
        assertThat(optionFills).isGreaterThan(ROUNDS / 4);
    }

    private void hunt() {
        System.out.println("AdversaryTest seed " + seed + " (repeat with -Dcalx.seed)");
        for (int round = 0; round < ROUNDS; round++) {
            String where = "seed %d, round %d".formatted(seed, round);
            prepare();
            int orders = enterOrders();
            if (orders == 0 || !takeOutFreeCash()) {
                continue;
            }
            solvent++;
            charged += chargesMicros() > 0 ? 1 : 0;
            credited += creditMicros() > 0 ? 1 : 0;
            fillTheWorstWay(where);
            creditKept += creditMicros() > 0 ? 1 : 0;
        }
        System.out.printf(
                "adversary: %d solvent accounts without free cash, %d with charges, %d with credits (%d at the end),"
                        + " %d fills, %d of them leave less than 10 USD, charges moved in %d%n",
                solvent, charged, credited, creditKept, fills, tight, changedCharges);
        assertThat(solvent).isGreaterThan(ROUNDS / 2);
        assertThat(charged).isGreaterThan(ROUNDS / 4);
        assertThat(credited).isGreaterThan(ROUNDS / 20);
        assertThat(tight).as("fills after which the requirement is used up").isGreaterThan(ROUNDS / 4);
        assertThat(changedCharges).isGreaterThan(ROUNDS / 2);
    }

    private void prepare() {
        rig = ClearingRig.listed().fund(STREET, 20_000);
        ClearingRig.accept(rig.clearing.deposit(STREET, Currency.USD, 1_000_000_000 * USD));
        RandomSpreads spreads = new RandomSpreads(random);
        for (int product : new int[] {1, 3}) {
            MarginCharges charges = spreads.charges(product);
            ClearingRig.accept(rig.clearing.rules().setMarginCharges(charges));
        }
        ClearingRig.accept(rig.clearing.rules().setCommoditySpreads(spreads.spreads()));
        Rating rating = Rating.of(random.nextInt(Rating.count()));
        ClearingRig.accept(rig.clearing.rules().setAccountRisk(new AccountRisk(VICTIM, rating, false, 0, 0, 0, 0)));
        boolean longFirst = random.nextBoolean();
        if (withOptions) {
            rig.listOptions();
            ClearingRig.accept(rig.clearing
                    .rules()
                    .setMarginPolicy(
                            MarginPolicy.span(1, random.nextInt(200) * USD, ShortOptionMethod.of(random.nextInt(2)))));
        }
        for (int id :
                withOptions ? new int[] {1, 2, 3, 6, ClearingRig.CALL, ClearingRig.PUT} : new int[] {1, 2, 3, 6}) {
            boolean option = rig.instruments.isOption(id);
            if (!option && random.nextInt(3) > 0) {
                ClearingRig.accept(rig.clearing.setRiskArray(
                        id, 2, ScenarioArray.ofFuture((250 + 10 * random.nextInt(10)) * USD)));
            }
            boolean buys = (id == 6) != longFirst && random.nextInt(4) > 0;
            int lots = random.nextInt(4) == 0 ? 0 : 1 + random.nextInt(30);
            if (lots > 0) {
                rig.trade(buys ? VICTIM : STREET, buys ? STREET : VICTIM, id, option ? 20 : 250, lots);
            }
        }
        if (random.nextBoolean()) {
            rig.clearing.setMark(1 + random.nextInt(3), 2_400_000 + 10_000 * random.nextInt(21), 0);
        }
    }

    /** Enters orders, every other one as large as is accepted. @return how many */
    private int enterOrders() {
        int entered = 0;
        for (int i = 1 + random.nextInt(6); i > 0; i--) {
            int id = instrument();
            Side side = Side.of(random.nextInt(2));
            long ticks = (rig.instruments.isOption(id) ? 20 : 250) + random.nextInt(25) - 12;
            long most = 2 + random.nextInt(120);
            long lots = rig.check(new Order(VICTIM, id, side, ticks, most)) == RejectReason.NONE
                    ? most
                    : rig.risk.acceptableLots(VICTIM, id, side, ticks, most);
            if (lots > 0 && rig.clearing.equityMicros(VICTIM, Currency.USD) > 0) {
                rig.work(VICTIM, id, side, ticks, random.nextBoolean() ? lots : 1 + random.nextInt((int) lots));
                entered++;
            }
        }
        return entered;
    }

    private int instrument() {
        if (withOptions && random.nextBoolean()) {
            return random.nextBoolean() ? ClearingRig.CALL : ClearingRig.PUT;
        }
        return random.nextInt(4) == 0 ? 6 : 1 + random.nextInt(3);
    }

    /** @return whether the account is solvent, and its free equity now 0 or not in cash */
    private boolean takeOutFreeCash() {
        long free = rig.freeMicros(VICTIM, Currency.USD);
        if (free < 0) {
            return false;
        }
        long cash = Math.min(free, rig.clearing.balanceMicros(VICTIM, Currency.USD));
        if (cash > 0) {
            ClearingRig.accept(rig.clearing.withdraw(VICTIM, Currency.USD, cash));
        }
        return true;
    }

    private void fillTheWorstWay(String where) {
        while (!rig.orders.isEmpty()) {
            long charges = chargesMicros();
            int worst = -1;
            long worstLots = 0;
            long leastFree = Long.MAX_VALUE;
            for (int i = 0; i < rig.orders.size(); i++) {
                long all = rig.orders.get(i).lots();
                for (long lots : new long[] {1 + random.nextInt((int) all), all}) {
                    ClearingRig tried = rig.copy();
                    tried.fillResting(tried.orders.get(i), STREET, lots);
                    long free = tried.freeMicros(VICTIM, Currency.USD);
                    if (free < leastFree) {
                        leastFree = free;
                        worst = i;
                        worstLots = lots;
                    }
                }
            }
            Order order = rig.orders.get(worst);
            rig.fillResting(order, STREET, worstLots);
            assertThat(rig.freeMicros(VICTIM, Currency.USD))
                    .as(
                            "free equity after %d lots of %s, %s, left %s",
                            worstLots, order, where, List.copyOf(rig.orders))
                    .isGreaterThanOrEqualTo(0)
                    .isEqualTo(leastFree);
            fills++;
            optionFills += rig.instruments.isOption(order.instrumentId()) ? 1 : 0;
            tight += leastFree < 10 * USD ? 1 : 0;
            changedCharges += chargesMicros() != charges ? 1 : 0;
        }
    }

    private long chargesMicros() {
        return rig.clearing.requirements().chargesMicros(VICTIM, 1)
                + rig.clearing.requirements().chargesMicros(VICTIM, 3);
    }

    private long creditMicros() {
        return rig.clearing.requirements().creditMicros(VICTIM, 1)
                + rig.clearing.requirements().creditMicros(VICTIM, 3);
    }
}
