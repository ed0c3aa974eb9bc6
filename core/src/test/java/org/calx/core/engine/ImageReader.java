package org.calx.core.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A reader of the event stream that begins at a state image and knows nothing of what was before. */
final class ImageReader {
    private final Map<String, Map<String, String[]>> queues = new TreeMap<>();
    private final Map<String, String> queueOfOrder = new LinkedHashMap<>();
    private final Map<String, String[]> accepted = new LinkedHashMap<>();
    private final Map<String, String> values = new TreeMap<>();
    private boolean isReading;
    private boolean isComplete;

    boolean isReading() {
        return isReading;
    }

    boolean isComplete() {
        return isComplete;
    }

    void read(List<String> events) {
        for (String event : events) {
            String[] words = event.split(" ");
            isReading |= words[0].equals("imageBegin");
            isComplete |= isReading && words[0].equals("imageEnd");
            if (isReading) {
                read(words);
            }
        }
    }

    private void read(String[] words) {
        switch (words[0]) {
            case "orderAccepted" -> accepted.put(words[1], new String[] {words[6], words[9], words[11], words[13]});
            case "orderRested" -> {
                String[] terms = accepted.getOrDefault(words[1], new String[] {"?", "?", "?", "?"});
                rest(words[1], queue(words[3], words[4], words[5]), terms, words[6]);
            }
            case "imageOrder" ->
                rest(
                        words[1],
                        queue(words[3], words[4], words[7]),
                        new String[] {words[5], words[8], words[11], words[13]},
                        words[9]);
            case "orderAmended" -> amend(words);
            case "orderCancelled" -> remove(words[1]);
            case "trade" -> fill(words[10], words[12]);
            case "positionChanged" ->
                put("position " + words[1] + " " + words[2], words[3].equals("0") ? "0" : words[3] + " " + words[4]);
            case "posted" -> {
                put("balance " + words[3] + " " + words[5], words[7]);
                put("balance " + words[4] + " " + words[5], words[8]);
            }
            case "imageBalance" -> put("balance " + words[1] + " " + words[2], words[3]);
            case "marginChargesSet" ->
                put("charges", String.join(" ", words).contains("tiers=[]") ? "0" : String.join(" ", words));
            case "requirementChanged" -> put("requirement " + words[1] + " " + words[2], words[3]);
            case "marketPhaseChanged" -> put("market " + words[1], words[2] + " " + words[3]);
            case "markSet" -> put("mark " + words[1], words[2]);
            case "settlementPriceSet" -> put("settlement " + words[1], words[2] + " " + words[3] + " " + words[4]);
            case "riskArraySet" -> put("array " + words[1], words[2]);
            default -> {}
        }
    }

    private void put(String key, String value) {
        if (value.equals("0")) {
            values.remove(key);
        } else {
            values.put(key, value);
        }
    }

    private static String queue(String instrument, String side, String price) {
        return instrument + " " + side + " " + price;
    }

    /** Puts an order at the back of a queue: its time in force, quantity, client order id, label and remaining lots. */
    private void rest(String orderId, String queue, String[] terms, String remaining) {
        remove(orderId);
        queues.computeIfAbsent(queue, name -> new LinkedHashMap<>())
                .put(orderId, new String[] {terms[0], terms[1], terms[2], terms[3], remaining});
        queueOfOrder.put(orderId, queue);
    }

    private void amend(String[] words) {
        String queue = queueOfOrder.get(words[1]);
        if (queue == null) {
            return;
        }
        String[] order = queues.get(queue).get(words[1]);
        order[1] = words[6];
        order[4] = words[7];
        if (words[8].equals("false")) {
            accepted.put(words[1], new String[] {order[0], order[1], order[2], order[3]});
            remove(words[1]);
        }
    }

    private void fill(String orderId, String remaining) {
        if (remaining.equals("0")) {
            remove(orderId);
        } else if (queueOfOrder.containsKey(orderId)) {
            queues.get(queueOfOrder.get(orderId)).get(orderId)[4] = remaining;
        }
    }

    private void remove(String orderId) {
        String queue = queueOfOrder.remove(orderId);
        if (queue != null) {
            queues.get(queue).remove(orderId);
            if (queues.get(queue).isEmpty()) {
                queues.remove(queue);
            }
        }
    }

    /** All that the reader knows, as lines. */
    List<String> state() {
        List<String> lines = new ArrayList<>();
        values.forEach((key, value) -> lines.add(key + ": " + value));
        queues.forEach((queue, orders) ->
                orders.forEach((id, terms) -> lines.add(queue + ": " + id + " " + String.join(" ", terms))));
        return lines;
    }
}
