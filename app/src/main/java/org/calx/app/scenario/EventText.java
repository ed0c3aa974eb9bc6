package org.calx.app.scenario;

import static org.calx.app.scenario.ScenarioDictionary.decimal;

import org.calx.core.clearing.HouseAccount;
import org.calx.core.engine.ExchangeEvents;
import org.calx.model.ApiKey;
import org.calx.model.CancelReason;
import org.calx.model.Currency;
import org.calx.model.Fixing;
import org.calx.model.InstrumentSpec;
import org.calx.model.JournalKind;
import org.calx.model.MarketPhase;
import org.calx.model.MarketSpec;
import org.calx.model.OrderType;
import org.calx.model.ProductParameters;
import org.calx.model.ProductSpec;
import org.calx.model.RejectReason;
import org.calx.model.SenderRole;
import org.calx.model.SettlementTier;
import org.calx.model.ShortText;
import org.calx.model.Side;
import org.calx.model.TimeInForce;
import org.calx.model.VenueLimits;

/** Writes each event as one line: its name and its fields, in the order of {@link ExchangeEvents}. */
final class EventText extends OperatorText implements ExchangeEvents {
    private final ScenarioDictionary names;
    private final ReferenceText reference;
    private String orderAlias;

    EventText(Appendable out, ScenarioDictionary names) {
        super(out, names);
        this.names = names;
        reference = new ReferenceText(names);
    }

    /** The name that the next accepted order gets, or null. */
    void nameNextOrder(String alias) {
        orderAlias = alias;
    }

    @Override
    public void begin(long timestampNs) {}

    @Override
    public void commandResult(
            int senderId, int epoch, long sequence, RejectReason reason, long orderId, boolean duplicate) {
        event(
                "commandResult %s reason=%s reference=%s duplicate=%s",
                command(senderId, epoch, sequence), reason, reference(orderId), duplicate);
    }

    @Override
    public void outcomeFound(int senderId, int epoch, long sequence, RejectReason reason, long orderId) {
        event("outcomeFound %s reason=%s reference=%s", command(senderId, epoch, sequence), reason, reference(orderId));
    }

    @Override
    public void venueOpened(int operatorSenderId, VenueLimits limits) {
        event("venueOpened %s", reference.venue(operatorSenderId, limits));
    }

    @Override
    public void senderRegistered(int senderId, SenderRole role, int accountId) {
        String account = accountId == 0 ? "-" : names.accounts.name(accountId);
        event("senderRegistered sender=%s role=%s account=%s", names.senders.name(senderId), role, account);
    }

    @Override
    public void marketDefined(MarketSpec market) {
        event("marketDefined %s", reference.market(market));
    }

    @Override
    public void productDefined(ProductSpec product) {
        event("productDefined %s", reference.product(product));
    }

    @Override
    public void productParametersSet(ProductParameters parameters) {
        event("productParametersSet %s", reference.parameters(parameters));
    }

    @Override
    public void instrumentListed(InstrumentSpec instrument) {
        event("instrumentListed %s", reference.instrument(instrument));
    }

    @Override
    public void accountOpened(int accountId, String name) {
        event("accountOpened account=%s name=\"%s\"", names.accounts.name(accountId), name);
    }

    @Override
    public void apiKeyRegistered(ApiKey key) {
        event(
                "apiKeyRegistered key=%s account=%s scopes=%s",
                key.keyId(), names.accounts.name(key.accountId()), key.scopes());
    }

    @Override
    public void venueClockSet(long venueBaseNs, long logBaseNs, long rateNumerator, long rateDenominator) {
        event(
                "venueClockSet venueBase=%s logBase=%s rate=%s/%s",
                ScenarioTime.text(venueBaseNs), ScenarioTime.text(logBaseNs), rateNumerator, rateDenominator);
    }

    @Override
    public void marketPhaseChanged(int marketId, int businessDay, MarketPhase phase) {
        event(
                "marketPhaseChanged market=%s businessDay=%s phase=%s",
                names.markets.name(marketId), ScenarioTime.day(businessDay), phase);
    }

    @Override
    public void markSet(int instrumentId, long markMicros) {
        event("markSet instrument=%s mark=%s", names.instruments.name(instrumentId), decimal(markMicros));
    }

    @Override
    public void riskArraySet(int instrumentId, long version, long[] lossMicrosPerLot) {
        event(
                "riskArraySet instrument=%s version=%s losses=%s",
                names.instruments.name(instrumentId), version, ReferenceText.decimals(lossMicrosPerLot));
    }

    @Override
    public void fixingPublished(Fixing fixing) {
        event("fixingPublished %s", reference.fixing(fixing));
    }

    @Override
    public void settlementPriceSet(int instrumentId, int businessDay, long priceMicros, SettlementTier tier) {
        event(
                "settlementPriceSet instrument=%s businessDay=%s price=%s tier=%s",
                names.instruments.name(instrumentId), ScenarioTime.day(businessDay), decimal(priceMicros), tier);
    }

    @Override
    public void instrumentExpired(int instrumentId, int businessDay, long priceMicros, int fixings) {
        event(
                "instrumentExpired instrument=%s businessDay=%s price=%s fixings=%s",
                names.instruments.name(instrumentId), ScenarioTime.day(businessDay), decimal(priceMicros), fixings);
    }

    @Override
    public void orderAccepted(
            long orderId,
            int accountId,
            int instrumentId,
            Side side,
            OrderType type,
            TimeInForce timeInForce,
            boolean postOnly,
            long priceTicks,
            long quantityLots,
            long clientOrderIdHigh,
            long clientOrderIdLow,
            long labelHigh,
            long labelLow) {
        if (orderAlias != null) {
            names.orders.bind(orderAlias, orderId);
            orderAlias = null;
        }
        String terms = "type=%s timeInForce=%s postOnly=%s".formatted(type, timeInForce, postOnly);
        String tags = tags(clientOrderIdHigh, clientOrderIdLow, labelHigh, labelLow);
        event(
                "orderAccepted %s %s price=%s quantity=%s %s",
                order(orderId, accountId, instrumentId, side),
                terms,
                names.price(instrumentId, priceTicks),
                quantityLots,
                tags);
    }

    @Override
    public void ordersLinked(int accountId, long orderId, long linkedOrderId) {
        String account = names.accounts.name(accountId);
        String linked = names.orders.name(linkedOrderId);
        event("ordersLinked account=%s order=%s linked=%s", account, names.orders.name(orderId), linked);
    }

    @Override
    public void orderRested(
            long orderId, int accountId, int instrumentId, Side side, long priceTicks, long remainingLots) {
        event(
                "orderRested %s price=%s remaining=%s",
                order(orderId, accountId, instrumentId, side), names.price(instrumentId, priceTicks), remainingLots);
    }

    @Override
    public void orderAmended(
            long orderId,
            int accountId,
            int instrumentId,
            Side side,
            long priceTicks,
            long quantityLots,
            long remainingLots,
            boolean priorityKept) {
        event(
                "orderAmended %s price=%s quantity=%s remaining=%s priorityKept=%s",
                order(orderId, accountId, instrumentId, side),
                names.price(instrumentId, priceTicks),
                quantityLots,
                remainingLots,
                priorityKept);
    }

    @Override
    public void orderCancelled(
            long orderId,
            int accountId,
            int instrumentId,
            Side side,
            long priceTicks,
            long cancelledLots,
            CancelReason reason) {
        event(
                "orderCancelled %s price=%s cancelled=%s reason=%s",
                order(orderId, accountId, instrumentId, side),
                names.price(instrumentId, priceTicks),
                cancelledLots,
                reason);
    }

    @Override
    public void trade(
            long tradeId,
            int instrumentId,
            long priceTicks,
            long quantityLots,
            Side aggressorSide,
            long aggressorOrderId,
            int aggressorAccountId,
            long aggressorRemainingLots,
            long aggressorFeeMicros,
            long restingOrderId,
            int restingAccountId,
            long restingRemainingLots,
            long restingFeeMicros) {
        String aggressor = "aggressor=%s account=%s remaining=%s fee=%s"
                .formatted(
                        names.orders.name(aggressorOrderId),
                        names.accounts.name(aggressorAccountId),
                        aggressorRemainingLots,
                        decimal(aggressorFeeMicros));
        String resting = "resting=%s account=%s remaining=%s fee=%s"
                .formatted(
                        names.orders.name(restingOrderId),
                        names.accounts.name(restingAccountId),
                        restingRemainingLots,
                        decimal(restingFeeMicros));
        event(
                "trade trade=%s instrument=%s price=%s quantity=%s aggressorSide=%s %s %s",
                tradeId,
                names.instruments.name(instrumentId),
                names.price(instrumentId, priceTicks),
                quantityLots,
                aggressorSide,
                aggressor,
                resting);
    }

    @Override
    public void positionChanged(int accountId, int instrumentId, long positionLots, long openValueMicros) {
        event(
                "positionChanged account=%s instrument=%s position=%s openValue=%s",
                names.accounts.name(accountId),
                names.instruments.name(instrumentId),
                positionLots,
                decimal(openValueMicros));
    }

    @Override
    public void posted(
            long journalId,
            JournalKind kind,
            int debitAccountId,
            int creditAccountId,
            Currency currency,
            long amountMicros,
            long debitBalanceMicros,
            long creditBalanceMicros) {
        event(
                "posted journal=%s kind=%s debit=%s credit=%s amount=%s %s debitBalance=%s creditBalance=%s",
                journalId,
                kind,
                ledgerAccount(debitAccountId),
                ledgerAccount(creditAccountId),
                decimal(amountMicros),
                currency,
                decimal(debitBalanceMicros),
                decimal(creditBalanceMicros));
    }

    @Override
    public void requirementChanged(int accountId, Currency currency, long initialMarginMicros) {
        event(
                "requirementChanged account=%s initialMargin=%s %s",
                names.accounts.name(accountId), decimal(initialMarginMicros), currency);
    }

    @Override
    public void imageBegin(long imageId) {
        event("imageBegin image=%s", imageId);
    }

    @Override
    public void imageOrder(
            long orderId,
            int accountId,
            int instrumentId,
            Side side,
            TimeInForce timeInForce,
            boolean postOnly,
            long priceTicks,
            long quantityLots,
            long remainingLots,
            long clientOrderIdHigh,
            long clientOrderIdLow,
            long labelHigh,
            long labelLow,
            long enteredNs) {
        String terms = "timeInForce=%s postOnly=%s".formatted(timeInForce, postOnly);
        String lots = "quantity=%s remaining=%s".formatted(quantityLots, remainingLots);
        String tags = tags(clientOrderIdHigh, clientOrderIdLow, labelHigh, labelLow);
        event(
                "imageOrder %s %s price=%s %s %s entered=%s",
                order(orderId, accountId, instrumentId, side),
                terms,
                names.price(instrumentId, priceTicks),
                lots,
                tags,
                ScenarioTime.text(enteredNs));
    }

    @Override
    public void imageBalance(int accountId, Currency currency, long balanceMicros) {
        event("imageBalance account=%s balance=%s %s", ledgerAccount(accountId), decimal(balanceMicros), currency);
    }

    @Override
    public void imageEnd(long imageId) {
        event("imageEnd image=%s", imageId);
    }

    private String command(int senderId, int epoch, long sequence) {
        return "sender=%s epoch=%s sequence=%s".formatted(names.senders.name(senderId), epoch, sequence);
    }

    private String order(long orderId, int accountId, int instrumentId, Side side) {
        return "order=%s account=%s instrument=%s side=%s"
                .formatted(
                        names.orders.name(orderId),
                        names.accounts.name(accountId),
                        names.instruments.name(instrumentId),
                        side);
    }

    private String reference(long reference) {
        if (reference < 0) {
            return proposal(-reference);
        }
        return reference == 0 ? "-" : names.orders.name(reference);
    }

    private String ledgerAccount(int accountId) {
        return accountId > 0 ? names.accounts.name(accountId) : HouseAccount.name(accountId);
    }

    private static String tags(long clientOrderIdHigh, long clientOrderIdLow, long labelHigh, long labelLow) {
        return "clientOrderId=%s label=%s"
                .formatted(text(clientOrderIdHigh, clientOrderIdLow), text(labelHigh, labelLow));
    }

    private static String text(long high, long low) {
        return high == 0 && low == 0 ? "-" : ShortText.text(high, low);
    }
}
