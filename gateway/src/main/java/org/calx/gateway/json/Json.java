package org.calx.gateway.json;

import java.math.BigDecimal;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Reads and writes JSON text. */
public final class Json {
    private static final int MAX_DEPTH = 16;
    private static final int MAX_NUMBER_LENGTH = 64;
    private static final int MAX_NAME_LENGTH = 64;
    private static final JsonMapper MAPPER = mapper();

    private Json() {}

    private static JsonMapper mapper() {
        JsonFactory factory = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(MAX_DEPTH)
                        .maxNumberLength(MAX_NUMBER_LENGTH)
                        .maxNameLength(MAX_NAME_LENGTH)
                        .build())
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
                .build();
        return JsonMapper.builder(factory)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build();
    }

    /**
     * Reads one JSON value.
     *
     * @throws JacksonException if the text is not exactly one JSON value, nests deeper than {@value #MAX_DEPTH}, or has a
     *     number longer than {@value #MAX_NUMBER_LENGTH} characters
     */
    public static JsonNode parse(String text) {
        return MAPPER.readTree(text);
    }

    /** Writes a value without blanks. */
    public static String write(JsonNode value) {
        return MAPPER.writeValueAsString(value);
    }

    /** An empty object. */
    public static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** An empty list. */
    public static ArrayNode array() {
        return JsonNodeFactory.instance.arrayNode();
    }

    /** A text value. */
    public static JsonNode text(String text) {
        return JsonNodeFactory.instance.stringNode(text);
    }

    /** A whole number. */
    public static JsonNode number(long value) {
        return JsonNodeFactory.instance.numberNode(value);
    }

    /** Micro-units as a decimal of units: 2500000 is 2.5. */
    public static BigDecimal micros(long micros) {
        return decimal(micros, 6);
    }

    /** {@code value * 10^-scale} without trailing zeros. */
    public static BigDecimal decimal(long value, int scale) {
        return value == 0 ? BigDecimal.ZERO : BigDecimal.valueOf(value, scale).stripTrailingZeros();
    }
}
