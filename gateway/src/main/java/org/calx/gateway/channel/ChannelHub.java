package org.calx.gateway.channel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.calx.gateway.auth.Identity;
import org.calx.gateway.rpc.ErrorCode;
import org.calx.gateway.rpc.RpcException;
import org.calx.gateway.shape.VenueNotes;
import org.calx.gateway.view.ChangeListener;
import org.calx.gateway.view.Changes;
import org.calx.gateway.view.Views;

/** All channels and who listens to them. Used on the exchange loop's thread alone. */
public final class ChannelHub implements ChangeListener {
    private static final String USER_PREFIX = "user.";

    private final Views views;
    private final LongSupplier nanoTime;
    private final int maxSubscriptions;
    private final MarketTopics marketTopics;
    private final UserTopics userTopics;
    private final VenueTopics venueTopics;
    private final Map<String, Topic> topics = new LinkedHashMap<>();
    private final Map<Subscriber, Map<String, Subscription>> subscriptions = new HashMap<>();
    private final Map<Interval, Set<Topic>> due = new HashMap<>();
    private final Map<Interval, Long> flushedNs = new HashMap<>();

    public ChannelHub(Views views, Supplier<VenueNotes> notes, LongSupplier nanoTime, int maxSubscriptions) {
        this.views = views;
        this.nanoTime = nanoTime;
        this.maxSubscriptions = maxSubscriptions;
        marketTopics = new MarketTopics(views);
        userTopics = new UserTopics(marketTopics);
        venueTopics = new VenueTopics(views, notes);
        for (Interval interval : Interval.values()) {
            due.put(interval, new LinkedHashSet<>());
            flushedNs.put(interval, nanoTime.getAsLong());
        }
    }

    /**
     * Subscribes to all of the channels or, if one cannot be, to none. {@link #begin} starts them, so that the answer can go
     * out before their first messages.
     *
     * @param identity who may listen to the account's channels, null for the public ones only
     * @return the channels
     */
    public List<String> subscribe(Subscriber subscriber, Identity identity, List<String> channels) {
        channels.forEach(channel -> make(channel, identity));
        Map<String, Subscription> mine = subscriptions.computeIfAbsent(subscriber, unused -> new LinkedHashMap<>());
        Set<String> all = new LinkedHashSet<>(mine.keySet());
        all.addAll(channels);
        if (all.size() > maxSubscriptions) {
            throw new RpcException(
                    ErrorCode.TOO_MANY_SUBSCRIPTIONS, "at most " + maxSubscriptions + " channels a connection");
        }
        channels.forEach(channel -> mine.putIfAbsent(channel, new Subscription(key(channel, identity), identity)));
        return channels;
    }

    /** Starts what a connection has subscribed to. */
    public void begin(Subscriber subscriber) {
        if (!subscriber.isOpen()) {
            unsubscribeAll(subscriber);
            return;
        }
        subscriptions.getOrDefault(subscriber, Map.of()).forEach((channel, subscription) -> {
            if (!subscription.begun) {
                subscription.begun = true;
                topics.computeIfAbsent(subscription.key, unused -> make(channel, subscription.identity))
                        .add(subscriber);
            }
        });
    }

    private static String key(String channel, Identity identity) {
        return channel.startsWith(USER_PREFIX) && identity != null ? channel + "#" + identity.accountId() : channel;
    }

    private Topic make(String channel, Identity identity) {
        if (channel.startsWith(USER_PREFIX)) {
            if (identity == null) {
                throw RpcException.ofParam(
                        ErrorCode.AUTHORIZATION_REQUIRED, "channels", channel + " needs private/subscribe");
            }
            return views.accounts()
                    .find(identity.accountId())
                    .flatMap(account -> userTopics.make(channel, account))
                    .orElseThrow(() -> unknown(channel));
        }
        return marketTopics.make(channel).or(() -> venueTopics.make(channel)).orElseThrow(() -> unknown(channel));
    }

    private static RpcException unknown(String channel) {
        return RpcException.invalid("channels", "there is no channel " + channel);
    }

    /** Ends subscriptions. @return the channels that were subscribed */
    public List<String> unsubscribe(Subscriber subscriber, List<String> channels) {
        Map<String, Subscription> mine = subscriptions.getOrDefault(subscriber, Map.of());
        List<String> ended = new ArrayList<>();
        for (String channel : channels) {
            Subscription subscription = mine.remove(channel);
            if (subscription != null) {
                ended.add(channel);
                leave(subscriber, subscription);
            }
        }
        return ended;
    }

    /** Ends all subscriptions of a connection. */
    public void unsubscribeAll(Subscriber subscriber) {
        Map<String, Subscription> mine = subscriptions.remove(subscriber);
        if (mine != null) {
            mine.values().forEach(subscription -> leave(subscriber, subscription));
        }
    }

    private void leave(Subscriber subscriber, Subscription subscription) {
        Topic topic = topics.get(subscription.key);
        if (subscription.begun && topic.remove(subscriber)) {
            topics.remove(subscription.key);
            due.get(topic.interval()).remove(topic);
        }
    }

    @Override
    public void onChanges(Changes changes) {
        for (Topic topic : topics.values()) {
            if (!topic.accept(changes)) {
                continue;
            }
            if (topic.interval() == Interval.RAW) {
                topic.publish();
            } else {
                due.get(topic.interval()).add(topic);
            }
        }
    }

    /** Tells what the channels with an interval have gathered, if their time has come. */
    public void tick() {
        flush(Interval.MS_100);
        flush(Interval.AGGREGATED);
    }

    private void flush(Interval interval) {
        long now = nanoTime.getAsLong();
        if (now - flushedNs.get(interval) < interval.ms * 1_000_000) {
            return;
        }
        flushedNs.put(interval, now);
        Set<Topic> topicsDue = due.get(interval);
        if (!topicsDue.isEmpty()) {
            topicsDue.forEach(Topic::publish);
            topicsDue.clear();
        }
    }

    private static final class Subscription {
        private final String key;
        private final Identity identity;
        private boolean begun;

        Subscription(String key, Identity identity) {
            this.key = key;
            this.identity = identity;
        }
    }
}
