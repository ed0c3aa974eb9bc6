package org.calx.app.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.calx.api.client.ExchangeClient;
import org.calx.api.client.SigningKey;
import org.calx.index.IndexFixing;
import org.calx.model.Currency;
import org.calx.model.Fixing;
import org.calx.model.FixingStatus;
import org.calx.model.MarketSpec;
import org.calx.model.ProtocolVersion;
import org.calx.model.RejectReason;
import org.calx.model.SenderRole;

/** The operator's steps before the first business day: markets, products, members, deposits and past fixings. */
final class VenueSetup {

    private final ExchangeClient operator;
    private final VenueView venue;
    private final List<DemoProduct> products;
    private final DemoRoster roster;
    private final LocalDate startDate;

    VenueSetup(
            ExchangeClient operator,
            VenueView venue,
            List<DemoProduct> products,
            DemoRoster roster,
            LocalDate startDate) {
        this.operator = operator;
        this.venue = venue;
        this.products = products;
        this.roster = roster;
        this.startDate = startDate;
    }

    /** Appends what the venue lacks; the view must be complete. */
    void appendTo(StepRunner steps, long dayNs) {
        steps.then("set the operator's key", this::setOperatorKey);
        steps.then("set the emergency key", this::setEmergencyKey);
        if (!venue.hasMarket(DemoProduct.COMPUTE_MARKET)) {
            steps.then("go to the newest protocol version", this::goToNewestProtocol);
        }
        steps.then("define markets", this::defineMarkets, RejectReason.ALREADY_DEFINED);
        steps.then("define products", this::defineProducts, RejectReason.ALREADY_DEFINED);
        steps.then("set parameters", batch -> setParameters(batch, dayNs));
        steps.then("open accounts", this::openAccounts, RejectReason.ALREADY_DEFINED);
        steps.then("deposit", this::deposit);
        steps.then("register senders and keys", this::register, RejectReason.ALREADY_DEFINED);
        if (!venue.hasMarket(DemoProduct.COMPUTE_MARKET)) {
            steps.then("publish past fixings", this::publishHistory, RejectReason.FIXING_FINAL);
        }
    }

    /** First of all: from here on nobody is taken at his word. */
    private void setOperatorKey(StepRunner.Batch batch) {
        setKey(
                batch,
                DemoRoster.OPERATOR_SENDER,
                SenderRole.OPERATOR,
                roster.keys().operator());
    }

    private void setEmergencyKey(StepRunner.Batch batch) {
        setKey(
                batch,
                DemoRoster.EMERGENCY_SENDER,
                SenderRole.EMERGENCY,
                roster.keys().emergency());
    }

    private void setKey(StepRunner.Batch batch, int senderId, SenderRole role, SigningKey key) {
        if (!venue.hasKey(senderId)) {
            batch.add("key of sender " + senderId, operator.setOperatorKey(senderId, role, key.publicKey()));
        }
    }

    /** A new venue only: later it is for the operators, when all members have the new build. */
    private void goToNewestProtocol(StepRunner.Batch batch) {
        for (int next = venue.protocolVersion() + 1;
                next <= ProtocolVersion.newest().number();
                next++) {
            batch.add("protocol version " + next, operator.setProtocolVersion(next));
        }
    }

    private void defineMarkets(StepRunner.Batch batch) {
        int firstDay = (int) startDate.toEpochDay();
        if (!venue.hasMarket(DemoProduct.COMPUTE_MARKET)) {
            MarketSpec compute = new MarketSpec(DemoProduct.COMPUTE_MARKET, "COMPUTE", firstDay);
            batch.add("market COMPUTE", operator.defineMarket(compute));
        }
        if (!venue.hasMarket(DemoProduct.POWER_MARKET)) {
            batch.add(
                    "market POWER", operator.defineMarket(new MarketSpec(DemoProduct.POWER_MARKET, "POWER", firstDay)));
        }
    }

    private void defineProducts(StepRunner.Batch batch) {
        for (DemoProduct product : products) {
            if (!venue.hasProduct(product.spec().productId())) {
                batch.add("product " + product.spec().code(), operator.defineProduct(product.spec()));
            }
        }
    }

    private void setParameters(StepRunner.Batch batch, long dayNs) {
        for (DemoProduct product : products) {
            long frontMicros =
                    product.curve().markMicros(product.monthsOn(startDate).getFirst(), startDate);
            batch.add(
                    "parameters of " + product.spec().code(),
                    operator.setProductParameters(DemoParameters.of(product, frontMicros, dayNs)));
        }
    }

    private List<DemoParticipant> participants() {
        List<DemoParticipant> all = new ArrayList<>(DemoRoster.BOTS);
        all.addAll(roster.guests());
        return all;
    }

    private void openAccounts(StepRunner.Batch batch) {
        for (DemoParticipant participant : participants()) {
            if (!venue.hasAccount(participant.accountId())) {
                batch.add(
                        "account " + participant.name(),
                        operator.openAccount(participant.accountId(), participant.name()));
            }
        }
    }

    private void deposit(StepRunner.Batch batch) {
        for (DemoParticipant participant : participants()) {
            if (venue.isFunded(participant.accountId())) {
                continue;
            }
            if (participant.usdMicros() > 0) {
                batch.add(
                        "deposit of " + participant.name(),
                        operator.deposit(participant.accountId(), Currency.USD, participant.usdMicros()));
            }
            if (participant.eurMicros() > 0) {
                batch.add(
                        "deposit of " + participant.name(),
                        operator.deposit(participant.accountId(), Currency.EUR, participant.eurMicros()));
            }
        }
    }

    private void register(StepRunner.Batch batch) {
        for (int i = 0; i < DemoRoster.MOST_GATEWAYS; i++) {
            int sender = DemoRoster.GATEWAY_SENDER + i;
            if (!venue.hasSender(sender)) {
                batch.add("gateway " + (i + 1), operator.registerSender(sender, SenderRole.GATEWAY, 0));
            }
        }
        if (!venue.hasSender(DemoRoster.PUBLISHER_SENDER)) {
            batch.add("publisher", operator.registerSender(DemoRoster.PUBLISHER_SENDER, SenderRole.PUBLISHER, 0));
        }
        for (DemoParticipant participant : participants()) {
            if (participant.senderId() != 0 && !venue.hasSender(participant.senderId())) {
                batch.add(
                        "sender of " + participant.name(),
                        operator.registerSender(
                                participant.senderId(), SenderRole.PARTICIPANT, participant.accountId()));
            }
        }
        roster.apiKeys().stream()
                .filter(key -> !venue.hasApiKey(key.keyId()))
                .forEach(key -> batch.add("key " + key.keyId(), operator.registerApiKey(key)));
    }

    private void publishHistory(StepRunner.Batch batch) {
        LocalDate firstOfMonth = startDate.withDayOfMonth(1);
        for (DemoProduct product : products) {
            for (IndexFixing past : product.index().history(firstOfMonth, startDate)) {
                if (!product.isCompute() || DemoProduct.CALENDAR.isBusinessDay(past.date())) {
                    batch.add(
                            past.indexName() + " of " + past.date(),
                            operator.publishFixing(fixing(product, past, FixingStatus.FINAL)));
                }
            }
        }
    }

    /** The command's form of a benchmark figure. */
    static Fixing fixing(DemoProduct product, IndexFixing figure, FixingStatus status) {
        return new Fixing(
                product.spec().productId(),
                (int) figure.date().toEpochDay(),
                figure.priceMicros(),
                figure.contributors(),
                status);
    }
}
