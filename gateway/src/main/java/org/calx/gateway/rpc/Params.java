package org.calx.gateway.rpc;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.calx.gateway.json.Json;
import org.calx.gateway.view.InstrumentView;
import org.calx.gateway.view.Listings;
import org.calx.model.Decimals;
import org.calx.model.RejectReason;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The parameters of a request, by name. Numbers may be JSON numbers or texts, as the query string of a GET gives them; they
 * are read from their text. Each reader refuses what it does not understand with the parameter's name and what is allowed.
 */
public final class Params {
    private static final int MAX_TEXT = 256;

    private final ObjectNode values;

    public Params(ObjectNode values) {
        this.values = values;
    }

    /** Whether the parameter is there and not null. */
    public boolean has(String name) {
        JsonNode value = values.get(name);
        return value != null && !value.isNull();
    }

    /** A text that must be there. */
    public String text(String name) {
        return optionalText(name).orElseThrow(() -> RpcException.invalid(name, "missing"));
    }

    /** A text, number or boolean as text, if it is there. */
    public Optional<String> optionalText(String name) {
        if (!has(name)) {
            return Optional.empty();
        }
        JsonNode value = values.get(name);
        if (!value.isValueNode()) {
            throw RpcException.invalid(name, "must be a text or a number");
        }
        String text = value.isString() ? value.stringValue() : value.toString();
        if (text.length() > MAX_TEXT) {
            throw RpcException.invalid(name, "longer than " + MAX_TEXT + " characters");
        }
        return Optional.of(text);
    }

    /** A truth value. */
    public boolean flag(String name, boolean otherwise) {
        return optionalText(name)
                .map(text -> switch (text) {
                    case "true" -> true;
                    case "false" -> false;
                    default -> throw RpcException.invalid(name, "must be true or false");
                })
                .orElse(otherwise);
    }

    /** A whole number. */
    public Optional<Long> optionalWhole(String name) {
        return optionalText(name).map(text -> whole(name, text));
    }

    /** A whole number that must be there. */
    public long whole(String name) {
        return whole(name, text(name));
    }

    private static long whole(String name, String text) {
        try {
            return Decimals.parse(text, 0);
        } catch (ArithmeticException | NumberFormatException e) {
            throw RpcException.invalid(name, "must be a whole number");
        }
    }

    /** A whole number from 1 to {@code most}. */
    public int count(String name, int otherwise, int most) {
        long count = optionalWhole(name).orElse((long) otherwise);
        if (count < 1 || count > most) {
            throw RpcException.invalid(name, "must be from 1 to " + most);
        }
        return (int) count;
    }

    /** Texts of a list; a GET gives the list as JSON text. */
    public List<String> texts(String name) {
        if (!has(name)) {
            throw RpcException.invalid(name, "missing");
        }
        JsonNode list = values.get(name);
        if (list.isString()) {
            list = parseList(name, list.stringValue());
        }
        if (!list.isArray()) {
            throw RpcException.invalid(name, "must be a list of texts");
        }
        List<String> texts = new ArrayList<>(list.size());
        for (JsonNode text : list) {
            if (!text.isString() || text.stringValue().length() > MAX_TEXT) {
                throw RpcException.invalid(name, "must be a list of texts");
            }
            texts.add(text.stringValue());
        }
        return texts;
    }

    /** Objects of a list, at most {@code most}; an absent list is empty. */
    public List<Params> objects(String name, int most) {
        List<Params> objects = new ArrayList<>();
        JsonNode list = has(name) ? structure(name) : Json.array();
        if (!list.isArray() || list.size() > most) {
            throw RpcException.invalid(name, "must be a list of at most " + most + " objects");
        }
        for (JsonNode object : list) {
            if (!(object instanceof ObjectNode fields)) {
                throw RpcException.invalid(name, "must be a list of objects");
            }
            objects.add(new Params(fields));
        }
        return objects;
    }

    /** Whole numbers by name, at most {@code most}; an absent object is empty. */
    public Map<String, Long> wholes(String name, int most) {
        JsonNode object = has(name) ? structure(name) : Json.object();
        if (!(object instanceof ObjectNode fields) || fields.size() > most) {
            throw RpcException.invalid(name, "must be an object of at most " + most + " whole numbers");
        }
        Params inner = new Params(fields);
        Map<String, Long> wholes = new LinkedHashMap<>();
        fields.propertyNames().forEach(key -> wholes.put(key, inner.whole(key)));
        return wholes;
    }

    private JsonNode structure(String name) {
        JsonNode value = values.get(name);
        return value.isString() ? parseList(name, value.stringValue()) : value;
    }

    private static JsonNode parseList(String name, String text) {
        try {
            return Json.parse(text);
        } catch (JacksonException e) {
            throw RpcException.invalid(name, "must be JSON");
        }
    }

    /** The instrument that {@code instrument_name} names. */
    public InstrumentView instrument(Listings listings) {
        String name = text("instrument_name");
        return listings.bySymbol(name)
                .orElseThrow(() -> RpcException.known(
                        ErrorCode.NOT_FOUND,
                        "instrument_name",
                        RejectReason.UNKNOWN_INSTRUMENT,
                        "there is no instrument " + name));
    }

    /** The error about an order that the account does not have. */
    static RpcException unknownOrder(Object orderId) {
        return RpcException.known(
                ErrorCode.ORDER_NOT_FOUND,
                "order_id",
                RejectReason.UNKNOWN_ORDER,
                "the account has no order " + orderId);
    }

    /** An order's id. */
    public long orderId() {
        return orderId("order_id");
    }

    /** The order that a parameter names. */
    public long orderId(String param) {
        String text = text(param);
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw unknownOrder(text);
        }
    }
}
