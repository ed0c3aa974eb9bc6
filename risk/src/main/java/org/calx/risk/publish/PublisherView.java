package org.calx.risk.publish;

import org.calx.api.event.EventReader;
import org.calx.api.event.ExchangeEvent;

/**
 * What a publisher has read of the event stream: the market, complete from the venue's opening or a whole state image on, and what was
 * last heard of the sender that publishes.
 */
final class PublisherView implements EventReader {
    private final int senderId;
    private final MarketView market;
    private boolean hasImageBegun;
    private long lastSequence;
    private long resultsHeard;
    private int highestEpoch;

    PublisherView(int senderId, long afterSequence, PublishSettings settings) {
        this.senderId = senderId;
        market = new MarketView(settings);
        lastSequence = afterSequence;
    }

    @Override
    public void onEvent(long sequence, long timestampNs, boolean lastOfCommand, ExchangeEvent event) {
        lastSequence = sequence;
        market.onEvent(timestampNs, event);
        switch (event) {
            case ExchangeEvent.VenueOpened e when !hasImageBegun -> market.complete();
            case ExchangeEvent.ImageBegin e -> {
                hasImageBegun = true;
                market.retold(true);
            }
            case ExchangeEvent.ImageEnd e -> {
                market.retold(false);
                if (hasImageBegun) {
                    market.complete();
                }
            }
            case ExchangeEvent.CommandResult e
            when e.senderId() == senderId -> {
                resultsHeard++;
                highestEpoch = Math.max(highestEpoch, e.epoch());
            }
            default -> {}
        }
    }

    MarketView market() {
        return market;
    }

    long lastSequence() {
        return lastSequence;
    }

    /** How many results of the publishing sender were read, of any epoch: it grows while a publisher is at work. */
    long resultsHeard() {
        return resultsHeard;
    }

    /** The highest epoch of the sender that was read, 0 for none. */
    int highestEpoch() {
        return highestEpoch;
    }
}
