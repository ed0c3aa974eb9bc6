package org.calx.app.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.calx.api.client.ExchangeClient;
import org.calx.index.ReferencePrices;
import org.calx.model.Side;

/**
 * The demo market: one operator that conducts the venue's days and the participants of {@link DemoRoster} that trade.
 *
 * <p>{@link #run} drives all of it on one thread until {@link #stop}; {@link #report} may be asked from any thread.
 */
public final class DemoMarket implements AutoCloseable {

    private static final long IDLE_NS = 1_000_000;
    /** Turns of a hundred that go to each program, in the order of {@link DemoRoster#BOTS}. */
    private static final int[] TURN_PERCENT = {24, 24, 12, 10, 8, 4, 4, 7, 7};

    private final List<ExchangeClient> clients = new ArrayList<>();
    private final List<Bot> bots = new ArrayList<>();
    private final VenueView venue = new VenueView();
    private final DemoStatistics statistics = new DemoStatistics(venue);
    private final ReferencePrices prices;
    private final DemoConfig config;
    private final VenueConductor conductor;
    private final SplittableRandom turns;
    private Pacer pacer;
    private volatile boolean stopped;

    /**
     * A market that has sent nothing yet.
     *
     * @param connector gives the clients, one for the operator and one for each program
     * @param prices what the benchmarks are made of
     * @param roster the guests besides the programs
     * @param notices told what people should know, such as that prices start over
     */
    public DemoMarket(
            Connector connector,
            ReferencePrices prices,
            DemoRoster roster,
            DemoConfig config,
            Consumer<String> notices) {
        this.prices = prices;
        this.config = config;
        ExchangeClient operator =
                connector.connect(DemoRoster.OPERATOR_SENDER, roster.keys().operator());
        clients.add(operator);
        operator.addReader(venue);
        operator.addReader(statistics);
        conductor = new VenueConductor(
                operator,
                venue,
                products(prices),
                roster,
                startDate(prices),
                new DaySchedule(config.dayNs()),
                statistics,
                notice -> {
                    statistics.onNotice(notice);
                    notices.accept(notice);
                });
        SplittableRandom random = new SplittableRandom(config.seed());
        turns = random.split();
        addBots(connector, random);
    }

    /** The business date on which a fresh market starts. */
    public static LocalDate startDate(ReferencePrices prices) {
        return prices.startDate(DemoProduct.CALENDAR);
    }

    private static List<DemoProduct> products(ReferencePrices prices) {
        List<DemoProduct> products = new ArrayList<>();
        for (String model : prices.models()) {
            products.add(DemoProduct.compute(products.size() + 1, prices.compute(model)));
        }
        products.add(DemoProduct.power(products.size() + 1, prices.power()));
        return products;
    }

    private void addBots(Connector connector, SplittableRandom random) {
        Sentiment sentiment = new Sentiment(venue, random.split());
        for (DemoParticipant participant : DemoRoster.BOTS) {
            ExchangeClient client = connector.connect(participant.senderId(), null);
            clients.add(client);
            AccountView account = new AccountView(participant.accountId(), venue);
            client.addReader(account);
            OrderDesk desk = new OrderDesk(client, account, venue, statistics);
            bots.add(bot(participant, desk, sentiment, random.split()));
        }
    }

    private Bot bot(DemoParticipant participant, OrderDesk desk, Sentiment sentiment, SplittableRandom random) {
        if (participant == DemoRoster.CLOUD) {
            return new HedgingBot(desk, venue, sentiment, Side.SELL, random);
        }
        if (participant == DemoRoster.LAB) {
            return new HedgingBot(desk, venue, sentiment, Side.BUY, random);
        }
        if (participant == DemoRoster.FUND || participant == DemoRoster.DESK) {
            return new TakingBot(desk, venue, random);
        }
        return new QuotingBot(desk, venue, sentiment, random, distanceTicks(participant));
    }

    private static long distanceTicks(DemoParticipant maker) {
        if (maker == DemoRoster.EAST) {
            return 1;
        }
        if (maker == DemoRoster.WEST) {
            return 3;
        }
        return maker == DemoRoster.FAR ? 6 : 0;
    }

    /** Works until {@link #stop}. @param nanoClock a clock that never goes back, such as {@code System::nanoTime} */
    public void run(LongSupplier nanoClock) {
        while (!stopped) {
            if (doWork(nanoClock.getAsLong()) == 0) {
                LockSupport.parkNanos(IDLE_NS);
            }
        }
    }

    /** Reads what has come and sends what is due. @return work done */
    public synchronized int doWork(long nowNs) {
        int work = 0;
        for (ExchangeClient client : clients) {
            work += client.poll();
        }
        work += conductor.doWork(nowNs);
        if (conductor.isSetUp()) {
            if (pacer == null) {
                pacer = new Pacer(config.commandsPerSecond(), nowNs);
            }
            while (pacer.takeTurn(nowNs)) {
                nextBot().act();
                work++;
            }
        }
        return work;
    }

    private Bot nextBot() {
        int ticket = turns.nextInt(100);
        int bot = 0;
        while (ticket >= TURN_PERCENT[bot]) {
            ticket -= TURN_PERCENT[bot];
            bot++;
        }
        return bots.get(bot);
    }

    /** Whether every program's account exists and the first day has begun. */
    public synchronized boolean isReady() {
        return conductor.isSetUp();
    }

    /** What has happened so far. */
    public synchronized DemoReport report() {
        return DemoReport.of(config, conductor.businessDate(), venue, statistics, bots, prices.attributions());
    }

    /** Ends {@link #run} after its present turn. */
    public void stop() {
        stopped = true;
    }

    /** Closes the clients; call it when {@link #run} has returned. */
    @Override
    public synchronized void close() {
        stopped = true;
        clients.forEach(ExchangeClient::close);
    }
}
