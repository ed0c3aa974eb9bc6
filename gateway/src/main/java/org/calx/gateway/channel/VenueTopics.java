package org.calx.gateway.channel;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.calx.gateway.shape.VenueNotes;
import org.calx.gateway.shape.VenueShape;
import org.calx.gateway.view.Changes;
import org.calx.gateway.view.ProductView;
import org.calx.gateway.view.Views;
import tools.jackson.databind.JsonNode;

/** The venue's own channels: {@code calx.venue} and {@code calx.index.NAME}. */
final class VenueTopics {
    private static final String INDEX_PREFIX = "calx.index.";

    private static final long TIME_EVERY_NS = 1_000_000_000L;

    private final Views views;
    private final Supplier<VenueNotes> notes;

    VenueTopics(Views views, Supplier<VenueNotes> notes) {
        this.views = views;
        this.notes = notes;
    }

    /** The topic of a channel; empty if there is no such channel. */
    Optional<Topic> make(String channel) {
        if (channel.equals("calx.venue")) {
            return Optional.of(venue(channel));
        }
        if (channel.startsWith(INDEX_PREFIX)) {
            return views.listings()
                    .productByCode(channel.substring(INDEX_PREFIX.length()))
                    .map(product -> new RowsTopic(channel, Interval.RAW, true, changes -> fixings(changes, product)));
        }
        return Optional.empty();
    }

    /** Tells each change of the calendar, and the time once a second while the log goes on. */
    private Topic venue(String channel) {
        long[] toldNs = {0};
        return new StateTopic(
                channel,
                Interval.RAW,
                changes -> changes.venue() || changes.timestampNs() - toldNs[0] >= TIME_EVERY_NS,
                () -> {
                    toldNs[0] = views.logNowNs();
                    return List.of(VenueShape.venue(views, views.estimatedLogNs(), notes.get()));
                });
    }

    private static Stream<? extends JsonNode> fixings(Changes changes, ProductView product) {
        return changes.fixings().stream()
                .filter(fixing -> fixing.productId() == product.spec.productId())
                .map(fixing -> new org.calx.gateway.view.PublishedFixing(fixing, changes.timestampNs()))
                .map(VenueShape::fixing);
    }
}
