package org.calx.cluster;

import org.calx.api.codec.CommandResultEncoder;
import org.calx.api.codec.ImageBalanceEncoder;
import org.calx.api.codec.ImageBeginEncoder;
import org.calx.api.codec.ImageEndEncoder;
import org.calx.api.codec.ImageOrderEncoder;
import org.calx.api.codec.OrderAcceptedEncoder;
import org.calx.api.codec.OrderAmendedEncoder;
import org.calx.api.codec.OrderCancelledEncoder;
import org.calx.api.codec.OrderRestedEncoder;
import org.calx.api.codec.OrdersLinkedEncoder;
import org.calx.api.codec.OutcomeFoundEncoder;
import org.calx.api.codec.PositionChangedEncoder;
import org.calx.api.codec.PostedEncoder;
import org.calx.api.codec.RequirementChangedEncoder;
import org.calx.api.codec.TradeEncoder;
import org.calx.api.wire.WireCodes;
import org.calx.model.CancelReason;
import org.calx.model.Currency;
import org.calx.model.JournalKind;
import org.calx.model.OrderType;
import org.calx.model.RejectReason;
import org.calx.model.Side;
import org.calx.model.TimeInForce;

/**
 * The exchange's events as bytes: numbers them, marks the last of each command, and hands them to a sink in batches.
 *
 * <p>The number of an event is a pure function of the log: it is raised by one for each event and travels in snapshots.
 */
public final class EventEncoder extends RiskEventEncoder {
    private final CommandResultEncoder commandResult = new CommandResultEncoder();
    private final OutcomeFoundEncoder outcomeFound = new OutcomeFoundEncoder();
    private final OrderAcceptedEncoder orderAccepted = new OrderAcceptedEncoder();
    private final OrdersLinkedEncoder ordersLinked = new OrdersLinkedEncoder();
    private final OrderRestedEncoder orderRested = new OrderRestedEncoder();
    private final OrderAmendedEncoder orderAmended = new OrderAmendedEncoder();
    private final OrderCancelledEncoder orderCancelled = new OrderCancelledEncoder();
    private final TradeEncoder trade = new TradeEncoder();
    private final PositionChangedEncoder positionChanged = new PositionChangedEncoder();
    private final PostedEncoder posted = new PostedEncoder();
    private final RequirementChangedEncoder requirementChanged = new RequirementChangedEncoder();
    private final ImageBeginEncoder imageBegin = new ImageBeginEncoder();
    private final ImageOrderEncoder imageOrder = new ImageOrderEncoder();
    private final ImageBalanceEncoder imageBalance = new ImageBalanceEncoder();
    private final ImageEndEncoder imageEnd = new ImageEndEncoder();

    /**
     * An encoder that begins with event 1.
     *
     * @param sink where batches go
     * @param maxBatchBytes most bytes of one batch, at least {@link EventBatch#MIN_BATCH_BYTES}
     */
    public EventEncoder(EventSink sink, int maxBatchBytes) {
        super(sink, maxBatchBytes);
    }

    @Override
    public void commandResult(
            int senderId, int epoch, long sequence, RejectReason reason, long reference, boolean duplicate) {
        envelope(
                commandResult
                        .wrapAndApplyHeader(reserve(CommandResultEncoder.BLOCK_LENGTH), position(), header)
                        .envelope(),
                LAST_OF_COMMAND);
        commandResult
                .senderId(senderId)
                .epoch(epoch)
                .commandSequence(sequence)
                .reason(WireCodes.of(reason))
                .reference(reference)
                .duplicate(WireCodes.of(duplicate));
        end(commandResult.limit());
        flush();
    }

    @Override
    public void outcomeFound(int senderId, int epoch, long sequence, RejectReason reason, long reference) {
        envelope(outcomeFound
                .wrapAndApplyHeader(reserve(OutcomeFoundEncoder.BLOCK_LENGTH), position(), header)
                .envelope());
        outcomeFound
                .senderId(senderId)
                .epoch(epoch)
                .commandSequence(sequence)
                .reason(WireCodes.of(reason))
                .reference(reference);
        end(outcomeFound.limit());
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
        envelope(orderAccepted
                .wrapAndApplyHeader(reserve(OrderAcceptedEncoder.BLOCK_LENGTH), position(), header)
                .envelope());
        orderAccepted
                .orderId(orderId)
                .accountId(accountId)
                .instrumentId(instrumentId)
                .side(WireCodes.of(side))
                .orderType(WireCodes.of(type))
                .timeInForce(WireCodes.of(timeInForce))
                .postOnly(WireCodes.of(postOnly))
                .priceTicks(priceTicks)
                .quantityLots(quantityLots);
        orderAccepted.clientOrderId().high(clientOrderIdHigh).low(clientOrderIdLow);
        orderAccepted.label().high(labelHigh).low(labelLow);
        end(orderAccepted.limit());
    }

    @Override
    public void ordersLinked(int accountId, long orderId, long linkedOrderId) {
        envelope(ordersLinked
                .wrapAndApplyHeader(reserve(OrdersLinkedEncoder.BLOCK_LENGTH), position(), header)
                .envelope());
        ordersLinked.accountId(accountId).orderId(orderId).linkedOrderId(linkedOrderId);
        end(ordersLinked.limit());
    }

    @Override
    public void orderRested(
            long orderId, int accountId, int instrumentId, Side side, long priceTicks, long remainingLots) {
        envelope(orderRested
                .wrapAndApplyHeader(reserve(OrderRestedEncoder.BLOCK_LENGTH), position(), header)
                .envelope());
        orderRested
                .orderId(orderId)
                .accountId(accountId)
                .instrumentId(instrumentId)
                .side(WireCodes.of(side))
                .priceTicks(priceTicks)
                .remainingLots(remainingLots);
        end(orderRested.limit());
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
        envelope(orderAmended
                .wrapAndApplyHeader(reserve(OrderAmendedEncoder.BLOCK_LENGTH), position(), header)
                .envelope());
        orderAmended
                .orderId(orderId)
                .accountId(accountId)
                .instrumentId(instrumentId)
                .side(WireCodes.of(side))
                .priceTicks(priceTicks)
                .quantityLots(quantityLots)
                .remainingLots(remainingLots)
                .priorityKept(WireCodes.of(priorityKept));
        end(orderAmended.limit());
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
        envelope(orderCancelled
                .wrapAndApplyHeader(reserve(OrderCancelledEncoder.BLOCK_LENGTH), position(), header)
                .envelope());
        orderCancelled
                .orderId(orderId)
                .accountId(accountId)
                .instrumentId(instrumentId)
                .side(WireCodes.of(side))
                .priceTicks(priceTicks)
                .cancelledLots(cancelledLots)
                .reason(WireCodes.of(reason));
        end(orderCancelled.limit());
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
        envelope(trade.wrapAndApplyHeader(reserve(TradeEncoder.BLOCK_LENGTH), position(), header)
                .envelope());
        trade.tradeId(tradeId)
                .instrumentId(instrumentId)
                .priceTicks(priceTicks)
                .quantityLots(quantityLots)
                .aggressorSide(WireCodes.of(aggressorSide))
                .aggressorOrderId(aggressorOrderId)
                .aggressorAccountId(aggressorAccountId)
                .aggressorRemainingLots(aggressorRemainingLots)
                .aggressorFeeMicros(aggressorFeeMicros)
                .restingOrderId(restingOrderId)
                .restingAccountId(restingAccountId)
                .restingRemainingLots(restingRemainingLots)
                .restingFeeMicros(restingFeeMicros);
        end(trade.limit());
    }

    @Override
    public void positionChanged(int accountId, int instrumentId, long positionLots, long openValueMicros) {
        envelope(positionChanged
                .wrapAndApplyHeader(reserve(PositionChangedEncoder.BLOCK_LENGTH), position(), header)
                .envelope());
        positionChanged
                .accountId(accountId)
                .instrumentId(instrumentId)
                .positionLots(positionLots)
                .openValueMicros(openValueMicros);
        end(positionChanged.limit());
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
        envelope(posted.wrapAndApplyHeader(reserve(PostedEncoder.BLOCK_LENGTH), position(), header)
                .envelope());
        posted.journalId(journalId)
                .kind(WireCodes.of(kind))
                .debitAccountId(debitAccountId)
                .creditAccountId(creditAccountId)
                .currency(WireCodes.of(currency))
                .amountMicros(amountMicros)
                .debitBalanceMicros(debitBalanceMicros)
                .creditBalanceMicros(creditBalanceMicros);
        end(posted.limit());
    }

    @Override
    public void requirementChanged(int accountId, Currency currency, long initialMarginMicros) {
        envelope(requirementChanged
                .wrapAndApplyHeader(reserve(RequirementChangedEncoder.BLOCK_LENGTH), position(), header)
                .envelope());
        requirementChanged
                .accountId(accountId)
                .currency(WireCodes.of(currency))
                .initialMarginMicros(initialMarginMicros);
        end(requirementChanged.limit());
    }

    @Override
    public void imageBegin(long imageId) {
        envelope(imageBegin
                .wrapAndApplyHeader(reserve(ImageBeginEncoder.BLOCK_LENGTH), position(), header)
                .envelope());
        imageBegin.imageId(imageId);
        end(imageBegin.limit());
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
        envelope(imageOrder
                .wrapAndApplyHeader(reserve(ImageOrderEncoder.BLOCK_LENGTH), position(), header)
                .envelope());
        imageOrder
                .orderId(orderId)
                .accountId(accountId)
                .instrumentId(instrumentId)
                .side(WireCodes.of(side))
                .timeInForce(WireCodes.of(timeInForce))
                .postOnly(WireCodes.of(postOnly))
                .priceTicks(priceTicks)
                .quantityLots(quantityLots)
                .remainingLots(remainingLots)
                .enteredNs(enteredNs);
        imageOrder.clientOrderId().high(clientOrderIdHigh).low(clientOrderIdLow);
        imageOrder.label().high(labelHigh).low(labelLow);
        end(imageOrder.limit());
    }

    @Override
    public void imageBalance(int accountId, Currency currency, long balanceMicros) {
        envelope(imageBalance
                .wrapAndApplyHeader(reserve(ImageBalanceEncoder.BLOCK_LENGTH), position(), header)
                .envelope());
        imageBalance.accountId(accountId).currency(WireCodes.of(currency)).balanceMicros(balanceMicros);
        end(imageBalance.limit());
    }

    @Override
    public void imageEnd(long imageId) {
        envelope(imageEnd.wrapAndApplyHeader(reserve(ImageEndEncoder.BLOCK_LENGTH), position(), header)
                .envelope());
        imageEnd.imageId(imageId);
        end(imageEnd.limit());
    }
}
