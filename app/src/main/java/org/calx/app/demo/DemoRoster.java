package org.calx.app.demo;

import java.util.List;
import org.calx.model.ApiKey;
import org.calx.model.Currency;

/**
 * Who takes part in the demo market.
 *
 * @param guests participants that people trade for, through the gateway
 * @param apiKeys keys of the guests
 * @param keys what those who run the venue sign with
 */
public record DemoRoster(List<DemoParticipant> guests, List<ApiKey> apiKeys, DemoKeys keys) {

    /** Sender of the operator, who opens the venue. */
    public static final int OPERATOR_SENDER = 1;
    /** Sender of the first gateway; the others follow. */
    public static final int GATEWAY_SENDER = 2;
    /** Sender of the key that halts and cancels. */
    public static final int EMERGENCY_SENDER = 90;
    /** The sender of the two publishers of marks and risk arrays, if they run. */
    public static final int PUBLISHER_SENDER = 91;
    /** How many gateways may run. */
    public static final int MOST_GATEWAYS = 8;

    static final DemoParticipant NORTH = bot(101, "maker-north", 50_000_000);
    static final DemoParticipant SOUTH = bot(102, "maker-south", 50_000_000);
    static final DemoParticipant EAST = bot(107, "maker-east", 50_000_000);
    static final DemoParticipant WEST = bot(108, "maker-west", 50_000_000);
    static final DemoParticipant FAR = bot(109, "maker-far", 50_000_000);
    static final DemoParticipant CLOUD = bot(103, "gpu-cloud", 25_000_000);
    static final DemoParticipant LAB = bot(104, "ai-lab", 25_000_000);
    static final DemoParticipant FUND = bot(105, "fund", 25_000_000);
    static final DemoParticipant DESK = bot(106, "prop-desk", 25_000_000);

    static final List<DemoParticipant> BOTS = List.of(NORTH, SOUTH, EAST, WEST, FAR, CLOUD, LAB, FUND, DESK);

    /** Whether an account is one of the demo's programs, whose orders are made up; guests have ids below theirs. */
    public static boolean isProgram(int accountId) {
        return BOTS.stream().anyMatch(bot -> bot.accountId() == accountId);
    }

    public DemoRoster {
        guests = List.copyOf(guests);
        apiKeys = List.copyOf(apiKeys);
    }

    private static DemoParticipant bot(int accountId, String name, long units) {
        long micros = units * Currency.MICROS;
        return new DemoParticipant(accountId, accountId, name, micros, micros);
    }
}
