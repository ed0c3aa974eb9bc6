package org.calx.acceptance.simulator.load;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.calx.acceptance.simulator.world.Chance;
import org.calx.acceptance.simulator.world.SimulatedClock;
import org.calx.api.client.CommandOutcome;
import org.calx.model.Currency;
import org.calx.model.Fixing;
import org.calx.model.FixingStatus;
import org.calx.model.InstrumentSpec;
import org.calx.model.MarketPhase;
import org.calx.model.ProtocolVersion;
import org.calx.model.RiskRules;
import org.calx.model.SenderRole;
import org.calx.model.VolatilityState;

/**
 * The operator and the calendar: opens the venue, then takes the market through its days. Steps go in rounds; the next
 * round waits until the last one is answered, and a round that the process did not live to see answered is sent again.
 */
public final class OperatorLoad implements Load {
    private static final int OPEN_TICKS = 70;
    private static final int CLOSING_TICKS = 10;
    private static final int PARAMETERS_PER_MILLE = 400;
    private static final long USD = 1_000_000;

    private final SimulatedClock clock;
    private final Calendar calendar;
    private final Chance chance;
    private final Map<Integer, SenderRole> senders;
    private final SecondOperatorLoad second;
    private final ParameterLoad parameterSets;
    private final Deque<List<Request>> rounds = new ArrayDeque<>();
    private final List<Request> waiting = new ArrayList<>();
    private final Deque<Request> toSend = new ArrayDeque<>();
    private final Map<Integer, Long> versions = new HashMap<>();
    private int today = Calendar.FIRST_DAY;
    private MarketPhase phase = MarketPhase.CLOSED;
    private long phaseEndsTick;

    /** An operator who lets these senders send, and shows the second one what needs two. */
    public OperatorLoad(
            Calendar calendar,
            Map<Integer, SenderRole> senders,
            SecondOperatorLoad second,
            SimulatedClock clock,
            Chance chance) {
        this.calendar = calendar;
        this.senders = senders;
        this.second = second;
        this.clock = clock;
        this.chance = chance;
        parameterSets = new ParameterLoad(calendar, chance.split());
        open();
    }

    private void open() {
        round(new Request.OpenVenue(Calendar.limits()));
        round(new Request.DefineMarket(Calendar.market()));
        for (int productId = 1; productId <= Calendar.PRODUCTS; productId++) {
            round(new Request.DefineProduct(Calendar.product(productId)));
            round(new Request.SetParameters(Calendar.parameters(productId, -50_000, 200_000, 1_000_000_000_000L)));
        }
        List<Request> accounts = new ArrayList<>();
        List<Request> money = new ArrayList<>();
        for (int accountId = 1; accountId <= Calendar.ACCOUNTS; accountId++) {
            accounts.add(new Request.OpenAccount(accountId, "account " + accountId));
            money.add(new Request.Deposit(accountId, Currency.USD, chance.between(5_000, 60_000) * USD));
        }
        rounds.add(accounts);
        rounds.add(money);
        registerSenders();
        List<Request> listings = new ArrayList<>();
        List<Request> prices = new ArrayList<>();
        list(1, 0, listings, prices);
        list(1, 2, listings, prices);
        list(2, 1, listings, prices);
        rounds.add(listings);
        rounds.add(prices);
    }

    /** The second operator last: from then on much takes two. */
    private void registerSenders() {
        List<Request> others = new ArrayList<>();
        List<Request> operators = new ArrayList<>();
        senders.forEach((id, role) -> (role == SenderRole.OPERATOR ? operators : others)
                .add(new Request.RegisterSender(id, role, role == SenderRole.PARTICIPANT ? 1 : 0)));
        rounds.add(others);
        rounds.add(operators);
    }

    private void round(Request request) {
        rounds.add(List.of(request));
    }

    /** Lists a product's next month in a round, and gives it prices in the one after. */
    private void list(int productId, int days, List<Request> listings, List<Request> prices) {
        InstrumentSpec spec = calendar.next(productId, today, days);
        listings.add(new Request.ListInstrument(spec));
        prices.add(riskArray(spec.instrumentId()));
        prices.add(mark(spec.instrumentId()));
    }

    @Override
    public Request next() {
        if (waiting.isEmpty() && rounds.isEmpty() && clock.tick() >= phaseEndsTick) {
            planNextPhase();
        }
        while (waiting.isEmpty() && !rounds.isEmpty()) {
            waiting.addAll(rounds.poll());
            toSend.addAll(waiting);
        }
        if (!toSend.isEmpty()) {
            return toSend.poll();
        }
        return phase == MarketPhase.OPEN && chance.perMille(200) ? besides() : null;
    }

    private void planNextPhase() {
        switch (phase) {
            case OPEN -> to(MarketPhase.CLOSING, CLOSING_TICKS);
            case CLOSING -> endDay();
            default -> to(MarketPhase.OPEN, OPEN_TICKS);
        }
    }

    private void to(MarketPhase next, int ticks) {
        phase = next;
        phaseEndsTick = clock.tick() + ticks;
        round(new Request.SetPhase(Calendar.MARKET, today, next));
    }

    /** Closes, settles what is listed, fixes, expires what has ended and lists what comes after it. */
    private void endDay() {
        to(MarketPhase.CLOSED, 0);
        List<Request> settlements = fixings(FixingStatus.PRELIMINARY);
        List<Request> listings = new ArrayList<>();
        List<Request> prices = new ArrayList<>();
        for (InstrumentSpec spec : List.copyOf(calendar.live())) {
            settlements.add(new Request.Settle(spec.instrumentId(), today));
            if (spec.lastTradingDay() == today) {
                listings.add(new Request.Expire(spec.instrumentId(), today));
                calendar.expire(spec);
                list(spec.productId(), chance.between(0, 3), listings, prices);
            }
        }
        rounds.add(settlements);
        rounds.add(fixings(FixingStatus.FINAL));
        rounds.add(listings);
        rounds.add(prices);
        today++;
    }

    private List<Request> fixings(FixingStatus status) {
        List<Request> fixings = new ArrayList<>();
        for (int productId = 1; productId <= Calendar.PRODUCTS; productId++) {
            long priceMicros = Calendar.CENTER_TICKS * Calendar.TICK_MICROS + chance.between(-50_000, 50_000);
            fixings.add(new Request.PublishFixing(new Fixing(productId, today, priceMicros, 5, status)));
        }
        return fixings;
    }

    /** Something between the steps. */
    private Request besides() {
        InstrumentSpec spec = calendar.live().get(chance.below(calendar.live().size()));
        int accountId = chance.between(1, Calendar.ACCOUNTS);
        if (chance.perMille(PARAMETERS_PER_MILLE)) {
            return parameterSets.next(today);
        }
        return switch (chance.below(20)) {
            case 0, 1 -> new Request.Image();
            case 2, 3 -> new Request.Deposit(accountId, Currency.USD, chance.between(100, 2_000) * USD);
            case 4, 5, 6 -> new Request.Withdraw(accountId, Currency.USD, chance.between(0, 5_000) * USD);
            case 7 -> riskArray(spec.instrumentId());
            case 8 -> riskRules(spec.productId());
            case 9 -> parameters(spec.productId());
            case 10 -> new Request.Settle(spec.instrumentId(), today);
            case 11 -> halt();
            case 12 -> keeping();
            default -> mark(spec.instrumentId());
        };
    }

    /** Not above the newest version: where a next one is known to nobody, every member must stop. */
    private Request keeping() {
        return chance.perMille(500)
                ? new Request.SetProtocolVersion(
                        chance.between(0, ProtocolVersion.newest().number()))
                : SessionLoad.retention(chance);
    }

    private Request parameters(int productId) {
        return new Request.SetParameters(Calendar.parameters(
                productId,
                chance.between(-100, 100) * 1_000L,
                chance.between(100, 400) * 1_000L,
                chance.of(5_000_000L, 1_000_000_000_000L)));
    }

    /** Others by rating, by the state of volatility and for many lots; now and then none that may be. */
    private Request riskRules(int productId) {
        return new Request.SetRiskRules(new RiskRules(
                productId,
                chance.of(VolatilityState.NORMAL, VolatilityState.ELEVATED, VolatilityState.STRESSED),
                chance.between(10_000, 15_000),
                chance.between(15_000, 20_000),
                chance.perMille(950) ? chance.between(10_000, 11_000) : 9_999,
                chance.between(11_000, 12_000),
                chance.between(12_000, 15_000),
                chance.of(0, 30, 150),
                2_500,
                chance.between(0, 500) * USD + chance.below(10),
                3_000,
                0,
                200,
                200));
    }

    private Request halt() {
        round(new Request.SetPhase(Calendar.MARKET, today, MarketPhase.OPEN));
        return new Request.SetPhase(Calendar.MARKET, today, MarketPhase.HALTED);
    }

    private Request mark(int instrumentId) {
        long micros = Calendar.CENTER_TICKS * Calendar.TICK_MICROS + chance.between(-60_000, 60_000);
        return new Request.SetMark(instrumentId, chance.perMille(20) ? micros * 3 : micros);
    }

    private Request riskArray(int instrumentId) {
        long scan = chance.between(150, 400) * USD;
        long[] losses = new long[16];
        for (int i = 0; i < losses.length; i++) {
            losses[i] = (i % 2 == 0 ? 1 : -1) * scan * (i / 2) / 7;
        }
        long version = versions.merge(instrumentId, 1L, Long::sum);
        return new Request.SetRiskArray(instrumentId, chance.perMille(50) ? version - 1 : version, losses);
    }

    @Override
    public void onAnswer(Request request, CommandOutcome outcome) {
        waiting.remove(request);
        if (outcome.reference() < 0) {
            second.show(request);
        }
        if (request instanceof Request.SetRiskArray array && outcome.accepted()) {
            calendar.setTradable(array.instrumentId());
        } else if (request instanceof Request.SetRiskArray array) {
            // A set of parameters has taken the next versions.
            versions.merge(array.instrumentId(), 2L, Long::sum);
        } else if (request instanceof Request.SetPhase step && outcome.accepted()) {
            calendar.setOpen(step.phase() == MarketPhase.OPEN || step.phase() == MarketPhase.CLOSING);
        }
    }

    @Override
    public void onRestart() {
        toSend.clear();
        toSend.addAll(waiting);
    }

    @Override
    public int mostUnanswered() {
        return 64;
    }

    /** A command that changes nothing much, so that what goes on in slices comes to its end. */
    public Request idle() {
        return mark(calendar.live().getFirst().instrumentId());
    }
}
