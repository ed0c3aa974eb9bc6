package org.calx.gateway.channel;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.calx.gateway.json.Json;
import org.calx.gateway.view.Changes;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** One channel with its subscribers. */
abstract class Topic {
    private final String channel;
    private final Interval interval;
    private final Set<Subscriber> subscribers = new LinkedHashSet<>();

    Topic(String channel, Interval interval) {
        this.channel = channel;
        this.interval = interval;
    }

    final Interval interval() {
        return interval;
    }

    /** Takes in what a command has changed. @return whether there is something to tell */
    abstract boolean accept(Changes changes);

    /** What there is to tell, which is then told: one message each. */
    abstract List<? extends JsonNode> drain();

    /** What a new subscriber is told first. */
    List<? extends JsonNode> first() {
        return List.of();
    }

    /** Tells all subscribers what there is to tell. */
    final void publish() {
        for (JsonNode data : drain()) {
            String text = message(data);
            for (Subscriber subscriber : subscribers) {
                subscriber.send(text);
            }
        }
    }

    /** Adds a subscriber: what is pending is told to the others first, so that its first message fits what follows. */
    final void add(Subscriber subscriber) {
        publish();
        if (subscribers.add(subscriber)) {
            first().forEach(data -> subscriber.send(message(data)));
        }
    }

    /** Removes a subscriber. @return whether none is left */
    final boolean remove(Subscriber subscriber) {
        subscribers.remove(subscriber);
        return subscribers.isEmpty();
    }

    private String message(JsonNode data) {
        ObjectNode message = Json.object().put("jsonrpc", "2.0").put("method", "subscription");
        ObjectNode params = message.putObject("params").put("channel", channel);
        params.set("data", data);
        return Json.write(message);
    }
}
