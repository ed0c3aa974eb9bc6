package org.calx.app;

import java.io.PrintStream;
import java.util.Map;
import java.util.Optional;

/**
 * What a demo says when it trades: first the lines for programs, then those for people.
 *
 * @param url where it listens
 * @param secrets secrets by key id
 * @param settings what it was started with
 * @param symbol an instrument that can be traded, if one is known
 */
record DemoBanner(String url, Map<String, String> secrets, DemoSettings settings, Optional<String> symbol) {

    void print(PrintStream out) {
        out.println("listening " + url);
        for (String name : DemoGuests.names()) {
            out.println("key " + name + " " + name + " " + secrets.get(name));
        }
        String first = DemoGuests.names().getFirst();
        out.println();
        if (settings.webPage().isPresent()) {
            out.println("Open " + url + "/#key=" + first + ":" + secrets.get(first));
        } else {
            out.println("The web page is not built: it needs Node 20.19 or newer. The API is there.");
        }
        out.println("The market is kept in " + settings.folder().toAbsolutePath() + ". Ctrl-C ends it.");
        out.println();
        out.println("Next, in another terminal:");
        String instrument = symbol.orElse("H100-31DEC26");
        out.println("  curl '" + url + "/api/v2/public/get_order_book?instrument_name=" + instrument + "'");
        out.println(
                "  curl -u " + first + ":" + secrets.get(first) + " '" + url + "/api/v2/private/buy?instrument_name="
                        + instrument + "&amount=1&type=market&time_in_force=immediate_or_cancel'");
        out.println("  curl -u " + first + ":" + secrets.get(first) + " '" + url
                + "/api/v2/private/get_positions?currency=USD'");
        out.flush();
    }
}
