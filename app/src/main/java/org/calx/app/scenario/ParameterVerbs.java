package org.calx.app.scenario;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.calx.core.authority.ParameterDigest;
import org.calx.core.engine.CommandHeader;
import org.calx.core.engine.Exchange;
import org.calx.model.AccountRating;
import org.calx.model.Digest;
import org.calx.model.InstrumentArray;
import org.calx.model.OperatorCommand;
import org.calx.model.ParameterPart;
import org.calx.model.ParameterSet;
import org.calx.model.Rating;

/** What an operator says of sets of margin parameters. */
final class ParameterVerbs {
    private static final Digest OTHER = new Digest(0, 0, 0, 0);

    private final ScenarioDictionary names;
    private final RiskArrayWords arrays;
    private final SpreadWords spreads;
    private final Map<Long, List<ParameterPart>> staged = new TreeMap<>();

    ParameterVerbs(ScenarioDictionary names) {
        this.names = names;
        arrays = new RiskArrayWords(names);
        spreads = new SpreadWords(names);
    }

    /** Whether the verb is one of these; if so, its command is given. */
    boolean say(String verb, Words words, Exchange exchange, CommandHeader header) {
        switch (verb) {
            case "stage" -> exchange.operate(header, new OperatorCommand.StageParameters(part(words)));
            case "activate" -> {
                long version = words.nextLong("a version");
                Digest digest = words.take("other") ? OTHER : digest(version);
                words.expectEnd();
                exchange.operate(header, new OperatorCommand.ActivateParameters(version, digest));
            }
            case "withdraw-parameters" -> {
                long version = words.nextLong("a version");
                words.expectEnd();
                staged.remove(version);
                exchange.operate(header, new OperatorCommand.CancelParameters(version));
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    /** The digest of everything that was said to be staged under the version. */
    private Digest digest(long version) {
        List<ParameterPart> parts = staged.get(version);
        return parts == null ? OTHER : ParameterDigest.of(ParameterSet.of(parts));
    }

    private ParameterPart part(Words words) {
        long version = words.nextLong("a version");
        int marketId = names.markets.id(words.next("a market"));
        words.expect("effective");
        int day = words.nextDay("a business date");
        ParameterPart part = part(words, version, marketId, day);
        staged.computeIfAbsent(version, unused -> new ArrayList<>()).add(part);
        return part;
    }

    private ParameterPart part(Words words, long version, int marketId, int day) {
        if (words.take("charges")) {
            return new ParameterPart(
                    version,
                    marketId,
                    day,
                    List.of(),
                    Optional.of(spreads.charges(words)),
                    Optional.empty(),
                    List.of());
        }
        if (words.take("credits")) {
            return new ParameterPart(
                    version,
                    marketId,
                    day,
                    List.of(),
                    Optional.empty(),
                    Optional.of(spreads.spreads(words)),
                    List.of());
        }
        List<InstrumentArray> list = new ArrayList<>();
        while (words.take("array")) {
            int instrumentId = names.instruments.id(words.next("an instrument"));
            long[] losses = arrays.losses(words, instrumentId);
            list.add(new InstrumentArray(
                    instrumentId, Arrays.stream(losses).boxed().toList()));
        }
        List<AccountRating> ratings = new ArrayList<>();
        while (words.take("rating")) {
            int accountId = names.accounts.id(words.next("an account"));
            ratings.add(new AccountRating(accountId, words.nextConstant(Rating.class, "a rating")));
        }
        words.expectEnd();
        return new ParameterPart(version, marketId, day, list, Optional.empty(), Optional.empty(), ratings);
    }
}
