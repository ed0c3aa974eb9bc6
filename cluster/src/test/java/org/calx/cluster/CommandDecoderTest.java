package org.calx.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.agrona.concurrent.UnsafeBuffer;
import org.calx.api.codec.MessageHeaderEncoder;
import org.calx.api.wire.CommandEncoder;
import org.calx.core.engine.Exchange;
import org.calx.model.OperatorCommand;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CommandDecoderTest {
    private final InProcessExchange exchange = new InProcessExchange(() -> 1);
    private final CommandEncoder encoder = new CommandEncoder(1, 1);

    static Stream<Method> commands() {
        return Arrays.stream(CommandEncoder.class.getMethods())
                .filter(method -> method.getReturnType() == int.class
                        && method.getParameterCount() > 0
                        && method.getParameterTypes()[0] == long.class);
    }

    @Test
    void everyCommandOfTheExchangeHasAnEncoder() {
        Stream<String> methods = Arrays.stream(Exchange.class.getDeclaredMethods())
                .filter(method -> method.getParameterCount() > 0
                        && method.getParameterTypes()[0] == org.calx.core.engine.CommandHeader.class
                        && java.lang.reflect.Modifier.isPublic(method.getModifiers()))
                .map(Method::getName)
                .filter(name -> !name.equals("operate") && !name.equals("refuseLater"));
        Stream<String> orders = Arrays.stream(OperatorCommand.class.getPermittedSubclasses())
                .map(type -> Character.toLowerCase(type.getSimpleName().charAt(0))
                        + type.getSimpleName().substring(1));
        assertThat(commands().map(Method::getName))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(methods, orders).toList());
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandIsTaken(Method command) throws ReflectiveOperationException {
        int length = encode(command, 1);
        exchange.offer(encoder.buffer(), 0, length);
        assertThat(exchange.ignored()).isZero();
    }

    static Stream<Method> commandsOfTheFirstVersion() {
        return commands().filter(command -> !command.getName().equals("retainEvents"));
    }

    @ParameterizedTest
    @MethodSource("commandsOfTheFirstVersion")
    void aCommandOfAnyOtherLengthIsIgnored(Method command) throws ReflectiveOperationException {
        int length = encode(command, 2);
        for (int cut = 0; cut < length; cut++) {
            exchange.offer(encoder.buffer(), 0, cut);
        }
        exchange.offer(encoder.buffer(), 0, length + 1);
        assertThat(exchange.ignored()).isEqualTo(length + 1);
        assertThat(exchange.lastEventSequence()).isZero();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void anotherSchemaIsIgnored(Method command) throws ReflectiveOperationException {
        int length = encode(command, 3);
        new MessageHeaderEncoder().wrap(encoder.buffer(), 0).schemaId(1);
        exchange.offer(encoder.buffer(), 0, length);
        assertThat(exchange.ignored()).isEqualTo(1);
    }

    /** Commands do not change: one that a newer client sends is the same command. */
    @ParameterizedTest
    @MethodSource("commands")
    void anotherVersionOfTheSchemaIsTaken(Method command) throws ReflectiveOperationException {
        int length = encode(command, 3);
        new MessageHeaderEncoder().wrap(encoder.buffer(), 0).version(MessageHeaderEncoder.SCHEMA_VERSION + 1);
        exchange.offer(encoder.buffer(), 0, length);
        assertThat(exchange.ignored()).isZero();
    }

    @Test
    void unknownCodesAreIgnored() {
        int length =
                encoder.submitOrder(1, org.calx.api.client.OrderRequest.limit(1, 1, org.calx.model.Side.BUY, 250, 1));
        int sideOffset =
                MessageHeaderEncoder.ENCODED_LENGTH + org.calx.api.codec.SubmitOrderEncoder.sideEncodingOffset();
        for (int code = 2; code < 256; code++) {
            encoder.buffer().putByte(sideOffset, (byte) code);
            exchange.offer(encoder.buffer(), 0, length);
        }
        assertThat(exchange.ignored()).isEqualTo(254);
    }

    @Test
    void brokenTextIsIgnored() {
        int length = encoder.openAccount(1, 1, "name");
        encoder.buffer().putByte(length - 1, (byte) 0xFF);
        exchange.offer(encoder.buffer(), 0, length);
        assertThat(exchange.ignored()).isEqualTo(1);
    }

    @Test
    void arbitraryBytesNeverThrow() throws ReflectiveOperationException {
        Random random = new Random(42);
        Method[] commands = commands().toArray(Method[]::new);
        for (int i = 0; i < 20_000; i++) {
            int length = encode(commands[i % commands.length], i);
            byte[] bytes = new byte[length];
            encoder.buffer().getBytes(0, bytes);
            for (int flips = random.nextInt(4); flips >= 0; flips--) {
                bytes[random.nextInt(length)] = (byte) random.nextInt();
            }
            exchange.offer(new UnsafeBuffer(bytes), 0, length);
        }
        assertThat(exchange.ignored()).as("seed 42").isGreaterThan(1_000);
    }

    private int encode(Method command, long seed) throws ReflectiveOperationException {
        Samples samples = new Samples(seed);
        Parameter[] parameters = command.getParameters();
        Object[] arguments = new Object[parameters.length];
        arguments[0] = 1L;
        for (int i = 1; i < arguments.length; i++) {
            arguments[i] = samples.of(parameters[i].getType(), "");
        }
        try {
            return (int) command.invoke(encoder, arguments);
        } catch (InvocationTargetException e) {
            throw new AssertionError("seed " + seed, e.getCause());
        }
    }
}
