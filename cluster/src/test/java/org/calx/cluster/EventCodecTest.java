package org.calx.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.agrona.concurrent.UnsafeBuffer;
import org.calx.api.codec.MessageHeaderEncoder;
import org.calx.api.event.ExchangeEvent;
import org.calx.api.wire.EventDecoder;
import org.calx.core.engine.ExchangeEvents;
import org.calx.model.RejectReason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EventCodecTest {
    private static final int ROUNDS = 50;

    private final List<byte[]> batches = new ArrayList<>();
    private final EventEncoder encoder = new EventEncoder(
            (buffer, length, firstSequence, lastSequence) -> {
                byte[] batch = new byte[length];
                buffer.getBytes(0, batch);
                batches.add(batch);
            },
            EventDecoder.MAX_BATCH_LENGTH);
    private final List<Read> read = new ArrayList<>();

    record Read(long sequence, long timestampNs, boolean lastOfCommand, ExchangeEvent event) {}

    static Stream<Method> events() {
        return Arrays.stream(ExchangeEvents.class.getMethods())
                .filter(method -> !method.getName().equals("begin"));
    }

    @ParameterizedTest
    @MethodSource("events")
    void everyEventIsReadBackAsItWasTold(Method method) throws ReflectiveOperationException {
        Class<?> type = eventType(method);
        for (int round = 0; round < ROUNDS; round++) {
            Object[] told = arguments(method, new Samples(round));
            encoder.begin(round);
            method.invoke(encoder, told);
            if (!method.getName().equals("commandResult")) {
                finishCommand();
            }
            readAll();
            assertThat(read.getFirst().event).isInstanceOf(type);
            assertThat(values(read.getFirst().event))
                    .as("seed " + round)
                    .usingRecursiveComparison()
                    .isEqualTo(told);
            assertThat(read.getFirst().timestampNs).isEqualTo(round);
            read.clear();
            batches.clear();
        }
    }

    @Test
    void everyRecordHasAnEvent() {
        Set<String> records = new HashSet<>();
        for (Class<?> type : ExchangeEvent.class.getPermittedSubclasses()) {
            records.add(type.getSimpleName());
        }
        Set<String> told = new HashSet<>();
        events().forEach(method -> told.add(eventType(method).getSimpleName()));
        assertThat(records).isEqualTo(told);
    }

    @Test
    void eventsAreNumberedFromOneAndOnlyTheResultEndsACommand() {
        encoder.begin(7);
        encoder.markSet(1, 2);
        encoder.markSet(2, 3);
        finishCommand();
        encoder.begin(8);
        finishCommand();
        readAll();
        assertThat(read).extracting(Read::sequence).containsExactly(1L, 2L, 3L, 4L);
        assertThat(read).extracting(Read::lastOfCommand).containsExactly(false, false, true, true);
        assertThat(batches).hasSize(2);
    }

    @Test
    void aCommandThatDoesNotFitIntoOneBatchGoesOnInTheNext() {
        int events = 1_000;
        encoder.begin(1);
        for (int i = 0; i < events; i++) {
            encoder.markSet(i, i);
        }
        finishCommand();
        readAll();
        assertThat(batches).hasSizeGreaterThan(10).allMatch(batch -> batch.length <= EventDecoder.MAX_BATCH_LENGTH);
        assertThat(read).hasSize(events + 1);
        assertThat(read.getLast().sequence).isEqualTo(events + 1L);
    }

    @Test
    void theLongestTextsFit() {
        String longest = "x".repeat(254);
        encoder.begin(1);
        encoder.productDefined(new org.calx.model.ProductSpec(
                1, longest, org.calx.model.ProductClass.POWER, 1, org.calx.model.Currency.EUR, 1, longest));
        finishCommand();
        readAll();
        ExchangeEvent.ProductDefined defined = (ExchangeEvent.ProductDefined) read.getFirst().event;
        assertThat(defined.product().code()).isEqualTo(longest);
        assertThat(defined.product().unitName()).isEqualTo(longest);
    }

    @Test
    void readersPassOverKindsThatTheyDoNotKnow() {
        encoder.begin(1);
        encoder.markSet(1, 2);
        finishCommand();
        new MessageHeaderEncoder().wrap(new UnsafeBuffer(batches.getFirst()), 0).templateId(199);
        readAll();
        assertThat(read).extracting(Read::sequence).containsExactly(2L);
    }

    private void finishCommand() {
        encoder.commandResult(1, 1, 1, RejectReason.NONE, 0, false);
    }

    private void readAll() {
        EventDecoder decoder = new EventDecoder();
        for (byte[] batch : batches) {
            decoder.decode(new UnsafeBuffer(batch), 0, batch.length, 0, (s, t, l, e) -> read.add(new Read(s, t, l, e)));
        }
    }

    private static Object[] arguments(Method method, Samples samples) {
        RecordComponent[] components = eventType(method).getRecordComponents();
        Object[] told = new Object[components.length];
        for (int i = 0; i < told.length; i++) {
            told[i] = samples.of(method.getParameterTypes()[i], components[i].getName());
        }
        return told;
    }

    private static Object[] values(ExchangeEvent event) throws ReflectiveOperationException {
        RecordComponent[] components = event.getClass().getRecordComponents();
        Object[] values = new Object[components.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = components[i].getAccessor().invoke(event);
        }
        return values;
    }

    private static Class<?> eventType(Method method) {
        String name = Character.toUpperCase(method.getName().charAt(0))
                + method.getName().substring(1);
        for (Class<?> type : ExchangeEvent.class.getPermittedSubclasses()) {
            if (type.getSimpleName().equals(name)) {
                return type;
            }
        }
        throw new AssertionError("no record for " + method);
    }
}
