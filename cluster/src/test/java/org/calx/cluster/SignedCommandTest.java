package org.calx.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.agrona.concurrent.UnsafeBuffer;
import org.calx.api.client.CommandOutcome;
import org.calx.api.client.ExchangeClient;
import org.calx.api.client.SigningKey;
import org.calx.api.event.ExchangeEvent;
import org.calx.api.wire.CommandEncoder;
import org.calx.model.MarketSpec;
import org.calx.model.Privilege;
import org.calx.model.ProposalStatus;
import org.calx.model.PublicKey;
import org.calx.model.RejectReason;
import org.calx.model.SenderRole;
import org.calx.model.VenueLimits;
import org.junit.jupiter.api.Test;

/** Whose order a command is, from the bytes that a client sends to the events. */
class SignedCommandTest {
    private static final int FOUNDER = 1;
    private static final int SECOND = 2;
    private static final SigningKey FOUNDERS = key(1);
    private static final SigningKey SECONDS = key(2);

    private long nowNs = 1;
    private final InProcessExchange exchange = new InProcessExchange(() -> nowNs);
    private final List<ExchangeEvent> events = new ArrayList<>();
    private final ExchangeClient founder = client(FOUNDER, FOUNDERS);

    SignedCommandTest() {
        founder.addReader((sequence, timestampNs, last, event) -> events.add(event));
        order(founder, c -> c.openVenue(VenueLimits.defaults()), RejectReason.NONE);
        order(founder, c -> c.setOperatorKey(FOUNDER, SenderRole.OPERATOR, FOUNDERS.publicKey()), RejectReason.NONE);
    }

    @Test
    void aKeyedOperatorMustSign() {
        ExchangeClient unsigned = exchange.client(FOUNDER, 2);
        order(unsigned, c -> c.openAccount(1, "a"), RejectReason.SIGNATURE_MISSING);
        order(client(FOUNDER, 3, SECONDS), c -> c.openAccount(1, "a"), RejectReason.SIGNATURE_INVALID);
        order(founder, c -> c.openAccount(1, "a"), RejectReason.NONE);
    }

    @Test
    void whatIsNotTheSendersOwnTakesNoPlaceOfWhatIs() {
        ExchangeClient forger = client(FOUNDER, Integer.MAX_VALUE, SECONDS);
        order(forger, c -> c.openAccount(7, "forged"), RejectReason.SIGNATURE_INVALID);
        order(founder, c -> c.openAccount(7, "own"), RejectReason.NONE);
    }

    @Test
    void aSignedCommandWithOneBitChangedIsRefused() {
        CommandEncoder encoder = new CommandEncoder(FOUNDER, 2);
        int length = encoder.openAccount(1, 1, "a");
        byte[] command = new byte[length];
        encoder.buffer().getBytes(0, command);
        byte[] signature = FOUNDERS.sign(command);
        command[length - 1] ^= 1;
        offer(signature, command);
        founder.poll();
        assertThat(events.getLast())
                .isEqualTo(new ExchangeEvent.CommandResult(FOUNDER, 2, 1, RejectReason.SIGNATURE_INVALID, 0, false));
        command[length - 1] ^= 1;
        offer(signature, command);
        founder.poll();
        assertThat(events.getLast())
                .isEqualTo(new ExchangeEvent.CommandResult(FOUNDER, 2, 1, RejectReason.NONE, 0, false));
    }

    @Test
    void aRepeatedSignedCommandIsDoneOnce() {
        CommandEncoder encoder = new CommandEncoder(FOUNDER, 2);
        int length = encoder.openAccount(1, 1, "a");
        byte[] command = new byte[length];
        encoder.buffer().getBytes(0, command);
        byte[] signature = FOUNDERS.sign(command);
        offer(signature, command);
        offer(signature, command);
        founder.poll();
        assertThat(events.getLast())
                .isEqualTo(new ExchangeEvent.CommandResult(FOUNDER, 2, 1, RejectReason.NONE, 0, true));
        assertThat(events)
                .filteredOn(ExchangeEvent.AccountOpened.class::isInstance)
                .hasSize(1);
    }

    @Test
    void twoOperatorsOrderTogether() {
        ExchangeClient second = addSecond();
        CommandOutcome proposed = order(founder, c -> c.setVenueClock(0, 0, 2, 1), RejectReason.NONE);
        assertThat(proposed.reference()).isEqualTo(-1);
        assertThat(events).noneMatch(ExchangeEvent.VenueClockSet.class::isInstance);
        order(founder, c -> c.setVenueClock(0, 0, 2, 1), RejectReason.SECOND_OPERATOR_NEEDED);
        order(second, c -> c.setVenueClock(0, 0, 2, 1), RejectReason.NONE);
        founder.poll();
        assertThat(events).anyMatch(ExchangeEvent.VenueClockSet.class::isInstance);
        assertThat(events)
                .filteredOn(ExchangeEvent.ProposalChanged.class::isInstance)
                .extracting(event -> ((ExchangeEvent.ProposalChanged) event).status())
                .containsExactly(ProposalStatus.MADE, ProposalStatus.APPROVED);
    }

    @Test
    void twoDifferentOrdersAreTwoProposals() {
        ExchangeClient second = addSecond();
        order(founder, c -> c.setVenueClock(0, 0, 2, 1), RejectReason.NONE);
        CommandOutcome other = order(second, c -> c.setVenueClock(0, 0, 3, 1), RejectReason.NONE);
        assertThat(other.reference()).isEqualTo(-2);
        assertThat(events).noneMatch(ExchangeEvent.VenueClockSet.class::isInstance);
    }

    @Test
    void aRevokedKeySignsNothing() {
        ExchangeClient second = addSecond();
        int third = 3;
        SigningKey thirds = key(3);
        together(second, c -> c.setOperatorKey(third, SenderRole.OPERATOR, thirds.publicKey()));
        together(second, c -> c.setOperatorKey(third, SenderRole.OPERATOR, PublicKey.NONE));
        order(client(third, thirds), c -> c.openAccount(1, "a"), RejectReason.SIGNATURE_INVALID);
    }

    @Test
    void twoOperatorsRemain() {
        ExchangeClient second = addSecond();
        order(founder, c -> c.setOperatorKey(SECOND, SenderRole.OPERATOR, PublicKey.NONE), RejectReason.NONE);
        order(
                second,
                c -> c.setOperatorKey(SECOND, SenderRole.OPERATOR, PublicKey.NONE),
                RejectReason.INVALID_PARAMETER);
    }

    @Test
    void everyUseOfAPrivilegeIsTold() {
        addSecond();
        order(founder, c -> c.defineMarket(new MarketSpec(1, "COMPUTE", 1)), RejectReason.NONE);
        order(founder, c -> c.defineMarket(new MarketSpec(1, "COMPUTE", 1)), RejectReason.ALREADY_DEFINED);
        assertThat(events)
                .contains(
                        new ExchangeEvent.PrivilegeUsed(FOUNDER, Privilege.DEFINE_MARKET, RejectReason.NONE),
                        new ExchangeEvent.PrivilegeUsed(
                                FOUNDER, Privilege.DEFINE_MARKET, RejectReason.ALREADY_DEFINED));
    }

    @Test
    void aServiceRunsTheDayAndMovesNoMoney() {
        SigningKey services = key(4);
        order(founder, c -> c.setOperatorKey(4, SenderRole.SERVICE, services.publicKey()), RejectReason.NONE);
        ExchangeClient service = client(4, services);
        order(service, c -> c.openAccount(1, "a"), RejectReason.NOT_AUTHORISED);
        order(service, c -> c.settleInstrument(1, 1), RejectReason.UNKNOWN_INSTRUMENT);
        founder.poll();
        assertThat(events)
                .contains(new ExchangeEvent.PrivilegeUsed(4, Privilege.OPEN_ACCOUNT, RejectReason.NOT_AUTHORISED));
    }

    private ExchangeClient addSecond() {
        order(founder, c -> c.setOperatorKey(SECOND, SenderRole.OPERATOR, SECONDS.publicKey()), RejectReason.NONE);
        return client(SECOND, SECONDS);
    }

    private void together(ExchangeClient second, Function<ExchangeClient, CompletableFuture<CommandOutcome>> command) {
        order(founder, command, RejectReason.NONE);
        order(second, command, RejectReason.NONE);
    }

    private static CommandOutcome order(
            ExchangeClient client,
            Function<ExchangeClient, CompletableFuture<CommandOutcome>> command,
            RejectReason expected) {
        CompletableFuture<CommandOutcome> answer = command.apply(client);
        while (!answer.isDone()) {
            client.poll();
        }
        assertThat(answer.join().reason()).isEqualTo(expected);
        return answer.join();
    }

    private void offer(byte[] signature, byte[] command) {
        UnsafeBuffer message = new UnsafeBuffer(new byte[8 + signature.length + command.length]);
        new org.calx.api.codec.SignedCommandEncoder()
                .wrapAndApplyHeader(message, 0, new org.calx.api.codec.MessageHeaderEncoder())
                .putSignature(signature, 0, signature.length);
        message.putBytes(8 + signature.length, command);
        exchange.offer(message, 0, message.capacity());
    }

    private ExchangeClient client(int senderId, SigningKey key) {
        return client(senderId, 1, key);
    }

    private ExchangeClient client(int senderId, int epoch, SigningKey key) {
        return exchange.client(senderId, epoch, key);
    }

    private static SigningKey key(int number) {
        byte[] seed = new byte[32];
        seed[0] = (byte) number;
        return SigningKey.ofSeed(seed);
    }
}
