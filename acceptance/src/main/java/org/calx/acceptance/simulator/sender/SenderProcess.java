package org.calx.acceptance.simulator.sender;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.function.IntFunction;
import org.calx.acceptance.simulator.Defect;
import org.calx.acceptance.simulator.judge.Judge;
import org.calx.acceptance.simulator.load.Load;
import org.calx.acceptance.simulator.load.Request;
import org.calx.acceptance.simulator.load.Sent;
import org.calx.acceptance.simulator.log.LogMessage;
import org.calx.acceptance.simulator.member.Assembly;
import org.calx.acceptance.simulator.member.Member;
import org.calx.acceptance.simulator.tally.Tally;
import org.calx.acceptance.simulator.world.Chance;
import org.calx.acceptance.simulator.world.SimulatedClock;
import org.calx.acceptance.simulator.world.SimulatedNetwork;
import org.calx.api.client.SequencedClient;
import org.calx.api.event.ExchangeEvent;
import org.calx.gateway.view.Views;

/**
 * The process of one sender, life after life: the real client, and for a gateway its real views. A new life has a higher
 * epoch and asks what became of the commands that its forerunner had no answer for.
 */
public final class SenderProcess implements SimulatedNetwork.Endpoint {
    private static final long RESEND_AFTER_NS = 15 * SimulatedClock.TICK_NS;
    private static final int MOST_QUESTIONS = 16;
    private static final long EVENTS_BEFORE_START = 500;

    private final int senderId;
    private final String name;
    private final int address;
    private final boolean isGateway;
    private final Load load;
    private final Surroundings around;
    private final Deque<Request> questions = new ArrayDeque<>();

    private int epoch;
    private List<Request> requests;
    private BitSet unanswered;
    private SequencedClient client;
    private SimulatedCommandLog log;
    private Views views;
    private long lastRead;

    /** What all senders have in common. */
    public record Surroundings(
            SimulatedNetwork network,
            IntFunction<Member> members,
            SimulatedClock clock,
            Sent sent,
            Judge judge,
            Assembly assembly,
            Chance chance,
            Tally tally) {}

    /** A sender that has not been started. */
    public SenderProcess(int senderId, int address, boolean isGateway, Load load, Surroundings around) {
        this.senderId = senderId;
        name = "sender " + senderId;
        this.address = address;
        this.isGateway = isGateway;
        this.load = load;
        this.around = around;
    }

    /** Begins a life. */
    public void start() {
        askForUnanswered();
        epoch++;
        boolean isFirst = epoch == 1;
        requests = around.sent.begin(senderId, epoch);
        unanswered = new BitSet();
        lastRead = isFirst ? 0 : Math.max(0, around.judge.lastSequence() - EVENTS_BEFORE_START);
        log = new SimulatedCommandLog(address, around.network, around.chance.split());
        SimulatedFeed feed = new SimulatedFeed(
                address,
                around.members,
                around.network,
                around.assembly.cursor(lastRead),
                around.chance.split(),
                around.tally);
        client = new SequencedClient(
                senderId, epoch, null, around.assembly.commandLog(senderId, log), feed, around.clock, RESEND_AFTER_NS);
        client.addReader(this::onEvent);
        if (isGateway) {
            views = new Views();
            views.setImageRequest(() -> questions.add(new Request.Image()));
            client.addReader(views);
        }
        if (!isFirst) {
            load.onRestart();
        }
        around.network.attach(address, this);
    }

    private void askForUnanswered() {
        questions.clear();
        if (epoch > 0) {
            unanswered.stream().limit(MOST_QUESTIONS).forEach(at -> questions.add(new Request.Query(epoch, at + 1L)));
        }
    }

    /** The process is killed; {@link #start()} begins the next life. */
    public void kill() {
        around.network.attach(address, null);
        client = null;
    }

    /** Whether its process runs. */
    public boolean isUp() {
        return client != null;
    }

    @Override
    public void onMessage(int from, Object message) {
        if (message instanceof LogMessage.Leads leads) {
            log.onLeads(leads);
        }
    }

    /** Lets a tick pass: reads, sends again what is overdue, and sends what is new. @param most new requests at most */
    public void onTick(int most) {
        try {
            client.poll();
        } catch (IllegalStateException broken) {
            throw new Defect("sender " + senderId + ": " + broken.getMessage(), broken);
        }
        while (!questions.isEmpty() && hasRoom()) {
            send(questions.poll());
        }
        for (int i = 0; i < most && hasRoom(); i++) {
            Request request = load.next();
            if (request == null) {
                return;
            }
            send(request);
        }
    }

    private boolean hasRoom() {
        int oldest = unanswered.isEmpty() ? requests.size() : unanswered.nextSetBit(0);
        return requests.size() - oldest < load.mostUnanswered();
    }

    /** Sends a request. */
    public void send(Request request) {
        int at = requests.size();
        requests.add(request);
        unanswered.set(at);
        BitSet mine = unanswered;
        int ofEpoch = epoch;
        request.send(client).thenAccept(outcome -> {
            mine.clear(at);
            around.judge.onAnswer(senderId, ofEpoch, outcome);
            load.onAnswer(request, outcome);
        });
    }

    private void onEvent(long sequence, long timestampNs, boolean lastOfCommand, ExchangeEvent event) {
        if (sequence != lastRead + 1) {
            throw new Defect("sender " + senderId + " was told event " + sequence + " after event " + lastRead);
        }
        lastRead = sequence;
        around.judge.onRead(name, sequence, event);
    }

    /** Whether every command has its answer and nothing remains to be asked. */
    public boolean isAnswered() {
        return unanswered.isEmpty() && questions.isEmpty();
    }

    /** What it waits for, for people. */
    @Override
    public String toString() {
        int open = unanswered.nextSetBit(0);
        return "sender " + senderId + " has read up to event " + lastRead + " and waits for "
                + (open < 0 ? "nothing" : "command " + (open + 1) + " of epoch " + epoch + ", " + requests.get(open));
    }

    /** Number of the last event read. */
    public long lastRead() {
        return lastRead;
    }

    /** A gateway's views, else null. */
    public Views views() {
        return views;
    }
}
