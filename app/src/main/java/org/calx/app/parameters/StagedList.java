package org.calx.app.parameters;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.calx.core.authority.ParameterDigest;
import org.calx.model.Digest;
import org.calx.model.ParameterSet;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The sets of a venue, a line of JSON each: staged ones by version, then what each market is at. */
final class StagedList {
    private static final JsonMapper MAPPER = new JsonMapper();

    private StagedList() {}

    static List<String> lines(VenueNames venue) {
        List<String> lines = new ArrayList<>();
        venue.staged().forEach((version, parts) -> {
            ParameterSet set = ParameterSet.of(parts);
            String status = venue.isApproved(version) ? "APPROVED" : "STAGED";
            ObjectNode line =
                    node(version, status, venue.market(set.marketId()), set.effectiveDay(), ParameterDigest.of(set));
            line.put("arrays", set.arrays().size())
                    .put("charges", set.charges().size())
                    .put(
                            "spreads",
                            set.spreads().map(spreads -> spreads.list().size()).orElse(0))
                    .put("ratings", set.ratings().size());
            lines.add(MAPPER.writeValueAsString(line));
        });
        venue.inForce()
                .forEach((marketId, e) -> lines.add(MAPPER.writeValueAsString(
                        node(e.version(), "IN_FORCE", venue.market(marketId), e.effectiveDay(), e.digest()))));
        return lines;
    }

    private static ObjectNode node(long version, String status, String market, int effectiveDay, Digest digest) {
        return MAPPER.createObjectNode()
                .put("version", version)
                .put("status", status)
                .put("market", market)
                .put("effectiveDate", LocalDate.ofEpochDay(effectiveDay).toString())
                .put("digest", digest.hex());
    }
}
