package org.calx.gateway.rpc;

import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;
import org.calx.api.client.ExchangeClient;
import org.calx.gateway.auth.Authenticator;
import org.calx.gateway.auth.Identity;
import org.calx.gateway.channel.ChannelHub;
import org.calx.gateway.guard.Guards;
import org.calx.gateway.loop.ExchangeLoop;
import org.calx.gateway.shape.VenueNotes;
import org.calx.gateway.view.AccountView;
import org.calx.gateway.view.Listings;
import org.calx.gateway.view.Views;
import tools.jackson.databind.JsonNode;

/** What methods work with. */
public record RpcContext(
        ExchangeLoop loop,
        ExchangeClient client,
        Views views,
        ChannelHub hub,
        Guards guards,
        Authenticator authenticator,
        Supplier<VenueNotes> notes) {

    /** Markets, products and instruments; may be read by any thread. */
    Listings listings() {
        return views.listings();
    }

    /** Reads the views on the loop's thread. */
    <T extends JsonNode> CompletionStage<T> read(Supplier<T> question) {
        return loop.ask(question);
    }

    /** Reads an account on the loop's thread. */
    <T extends JsonNode> CompletionStage<T> readAccount(Identity identity, Function<AccountView, T> question) {
        return loop.ask(() -> question.apply(account(identity)));
    }

    /** The account that somebody acts for. Called on the loop's thread. */
    AccountView account(Identity identity) {
        return views.accounts()
                .find(identity.accountId())
                .orElseThrow(() -> new RpcException(ErrorCode.NOT_FOUND, "the key's account does not exist"));
    }
}
