package org.calx.api.wire;

import org.agrona.DirectBuffer;
import org.calx.api.codec.CommandResultDecoder;
import org.calx.api.codec.ImageBalanceDecoder;
import org.calx.api.codec.ImageBeginDecoder;
import org.calx.api.codec.ImageEndDecoder;
import org.calx.api.codec.ImageOrderDecoder;
import org.calx.api.codec.MessageHeaderDecoder;
import org.calx.api.codec.OrderAcceptedDecoder;
import org.calx.api.codec.OrderAmendedDecoder;
import org.calx.api.codec.OrderCancelledDecoder;
import org.calx.api.codec.OrderRefusedDecoder;
import org.calx.api.codec.OrderRestedDecoder;
import org.calx.api.codec.OrdersLinkedDecoder;
import org.calx.api.codec.OutcomeFoundDecoder;
import org.calx.api.codec.PositionChangedDecoder;
import org.calx.api.codec.PostedDecoder;
import org.calx.api.codec.RequirementChangedDecoder;
import org.calx.api.codec.TradeDecoder;
import org.calx.api.event.ExchangeEvent;
import org.calx.model.CancelReason;
import org.calx.model.Currency;
import org.calx.model.JournalKind;
import org.calx.model.OrderType;
import org.calx.model.RejectReason;
import org.calx.model.Side;
import org.calx.model.TimeInForce;

/** Reads events about commands, orders, trades, clearing and state images. */
final class TradingEventDecoder {
    private final CommandResultDecoder commandResult = new CommandResultDecoder();
    private final OutcomeFoundDecoder outcomeFound = new OutcomeFoundDecoder();
    private final OrderAcceptedDecoder orderAccepted = new OrderAcceptedDecoder();
    private final OrderRefusedDecoder orderRefused = new OrderRefusedDecoder();
    private final OrdersLinkedDecoder ordersLinked = new OrdersLinkedDecoder();
    private final OrderRestedDecoder orderRested = new OrderRestedDecoder();
    private final OrderAmendedDecoder orderAmended = new OrderAmendedDecoder();
    private final OrderCancelledDecoder orderCancelled = new OrderCancelledDecoder();
    private final TradeDecoder trade = new TradeDecoder();
    private final PositionChangedDecoder positionChanged = new PositionChangedDecoder();
    private final PostedDecoder posted = new PostedDecoder();
    private final RequirementChangedDecoder requirementChanged = new RequirementChangedDecoder();
    private final ImageBeginDecoder imageBegin = new ImageBeginDecoder();
    private final ImageOrderDecoder imageOrder = new ImageOrderDecoder();
    private final ImageBalanceDecoder imageBalance = new ImageBalanceDecoder();
    private final ImageEndDecoder imageEnd = new ImageEndDecoder();

    /** The event whose header is wrapped at this offset, or null if it is not one of these. */
    ExchangeEvent decode(DirectBuffer buffer, int offset, MessageHeaderDecoder header) {
        return switch (header.templateId()) {
            case CommandResultDecoder.TEMPLATE_ID -> commandResult(buffer, offset, header);
            case OutcomeFoundDecoder.TEMPLATE_ID -> outcomeFound(buffer, offset, header);
            case OrderAcceptedDecoder.TEMPLATE_ID -> orderAccepted(buffer, offset, header);
            case OrderRefusedDecoder.TEMPLATE_ID -> orderRefused(buffer, offset, header);
            case OrdersLinkedDecoder.TEMPLATE_ID -> ordersLinked(buffer, offset, header);
            case OrderRestedDecoder.TEMPLATE_ID -> orderRested(buffer, offset, header);
            case OrderAmendedDecoder.TEMPLATE_ID -> orderAmended(buffer, offset, header);
            case OrderCancelledDecoder.TEMPLATE_ID -> orderCancelled(buffer, offset, header);
            case TradeDecoder.TEMPLATE_ID -> trade(buffer, offset, header);
            case PositionChangedDecoder.TEMPLATE_ID -> positionChanged(buffer, offset, header);
            case PostedDecoder.TEMPLATE_ID -> posted(buffer, offset, header);
            case RequirementChangedDecoder.TEMPLATE_ID -> requirementChanged(buffer, offset, header);
            case ImageBeginDecoder.TEMPLATE_ID -> imageBegin(buffer, offset, header);
            case ImageOrderDecoder.TEMPLATE_ID -> imageOrder(buffer, offset, header);
            case ImageBalanceDecoder.TEMPLATE_ID -> imageBalance(buffer, offset, header);
            case ImageEndDecoder.TEMPLATE_ID -> imageEnd(buffer, offset, header);
            default -> null;
        };
    }

    private ExchangeEvent commandResult(DirectBuffer buffer, int offset, MessageHeaderDecoder header) {
        commandResult.wrapAndApplyHeader(buffer, offset, header);
        return new ExchangeEvent.CommandResult(
                commandResult.senderId(),
                commandResult.epoch(),
                commandResult.commandSequence(),
                RejectReason.of(commandResult.reasonRaw()),
                commandResult.reference(),
                WireCodes.truth(commandResult.duplicateRaw()));
    }

    private ExchangeEvent outcomeFound(DirectBuffer buffer, int offset, MessageHeaderDecoder header) {
        outcomeFound.wrapAndApplyHeader(buffer, offset, header);
        return new ExchangeEvent.OutcomeFound(
                outcomeFound.senderId(),
                outcomeFound.epoch(),
                outcomeFound.commandSequence(),
                RejectReason.of(outcomeFound.reasonRaw()),
                outcomeFound.reference());
    }

    private ExchangeEvent orderAccepted(DirectBuffer buffer, int offset, MessageHeaderDecoder header) {
        orderAccepted.wrapAndApplyHeader(buffer, offset, header);
        return new ExchangeEvent.OrderAccepted(
                orderAccepted.orderId(),
                orderAccepted.accountId(),
                orderAccepted.instrumentId(),
                Side.of(orderAccepted.sideRaw()),
                OrderType.of(orderAccepted.orderTypeRaw()),
                TimeInForce.of(orderAccepted.timeInForceRaw()),
                WireCodes.truth(orderAccepted.postOnlyRaw()),
                orderAccepted.priceTicks(),
                orderAccepted.quantityLots(),
                orderAccepted.clientOrderId().high(),
                orderAccepted.clientOrderId().low(),
                orderAccepted.label().high(),
                orderAccepted.label().low());
    }

    private ExchangeEvent orderRefused(DirectBuffer buffer, int offset, MessageHeaderDecoder header) {
        orderRefused.wrapAndApplyHeader(buffer, offset, header);
        return new ExchangeEvent.OrderRefused(
                orderRefused.accountId(),
                orderRefused.instrumentId(),
                Side.of(orderRefused.sideRaw()),
                RejectReason.of(orderRefused.reasonRaw()),
                orderRefused.required(),
                orderRefused.available(),
                orderRefused.scenario(),
                orderRefused.scanningMicros(),
                orderRefused.chargesMicros(),
                orderRefused.acceptableLots());
    }

    private ExchangeEvent ordersLinked(DirectBuffer buffer, int offset, MessageHeaderDecoder header) {
        ordersLinked.wrapAndApplyHeader(buffer, offset, header);
        return new ExchangeEvent.OrdersLinked(
                ordersLinked.accountId(), ordersLinked.orderId(), ordersLinked.linkedOrderId());
    }

    private ExchangeEvent orderRested(DirectBuffer buffer, int offset, MessageHeaderDecoder header) {
        orderRested.wrapAndApplyHeader(buffer, offset, header);
        return new ExchangeEvent.OrderRested(
                orderRested.orderId(),
                orderRested.accountId(),
                orderRested.instrumentId(),
                Side.of(orderRested.sideRaw()),
                orderRested.priceTicks(),
                orderRested.remainingLots());
    }

    private ExchangeEvent orderAmended(DirectBuffer buffer, int offset, MessageHeaderDecoder header) {
        orderAmended.wrapAndApplyHeader(buffer, offset, header);
        return new ExchangeEvent.OrderAmended(
                orderAmended.orderId(),
                orderAmended.accountId(),
                orderAmended.instrumentId(),
                Side.of(orderAmended.sideRaw()),
                orderAmended.priceTicks(),
                orderAmended.quantityLots(),
                orderAmended.remainingLots(),
                WireCodes.truth(orderAmended.priorityKeptRaw()));
    }

    private ExchangeEvent orderCancelled(DirectBuffer buffer, int offset, MessageHeaderDecoder header) {
        orderCancelled.wrapAndApplyHeader(buffer, offset, header);
        return new ExchangeEvent.OrderCancelled(
                orderCancelled.orderId(),
                orderCancelled.accountId(),
                orderCancelled.instrumentId(),
                Side.of(orderCancelled.sideRaw()),
                orderCancelled.priceTicks(),
                orderCancelled.cancelledLots(),
                CancelReason.of(orderCancelled.reasonRaw()));
    }

    private ExchangeEvent trade(DirectBuffer buffer, int offset, MessageHeaderDecoder header) {
        trade.wrapAndApplyHeader(buffer, offset, header);
        return new ExchangeEvent.Trade(
                trade.tradeId(),
                trade.instrumentId(),
                trade.priceTicks(),
                trade.quantityLots(),
                Side.of(trade.aggressorSideRaw()),
                trade.aggressorOrderId(),
                trade.aggressorAccountId(),
                trade.aggressorRemainingLots(),
                trade.aggressorFeeMicros(),
                trade.restingOrderId(),
                trade.restingAccountId(),
                trade.restingRemainingLots(),
                trade.restingFeeMicros());
    }

    private ExchangeEvent positionChanged(DirectBuffer buffer, int offset, MessageHeaderDecoder header) {
        positionChanged.wrapAndApplyHeader(buffer, offset, header);
        return new ExchangeEvent.PositionChanged(
                positionChanged.accountId(),
                positionChanged.instrumentId(),
                positionChanged.positionLots(),
                positionChanged.openValueMicros());
    }

    private ExchangeEvent posted(DirectBuffer buffer, int offset, MessageHeaderDecoder header) {
        posted.wrapAndApplyHeader(buffer, offset, header);
        return new ExchangeEvent.Posted(
                posted.journalId(),
                JournalKind.of(posted.kindRaw()),
                posted.debitAccountId(),
                posted.creditAccountId(),
                Currency.of(posted.currencyRaw()),
                posted.amountMicros(),
                posted.debitBalanceMicros(),
                posted.creditBalanceMicros());
    }

    private ExchangeEvent requirementChanged(DirectBuffer buffer, int offset, MessageHeaderDecoder header) {
        requirementChanged.wrapAndApplyHeader(buffer, offset, header);
        return new ExchangeEvent.RequirementChanged(
                requirementChanged.accountId(),
                Currency.of(requirementChanged.currencyRaw()),
                requirementChanged.initialMarginMicros());
    }

    private ExchangeEvent imageBegin(DirectBuffer buffer, int offset, MessageHeaderDecoder header) {
        imageBegin.wrapAndApplyHeader(buffer, offset, header);
        return new ExchangeEvent.ImageBegin(imageBegin.imageId());
    }

    private ExchangeEvent imageOrder(DirectBuffer buffer, int offset, MessageHeaderDecoder header) {
        imageOrder.wrapAndApplyHeader(buffer, offset, header);
        return new ExchangeEvent.ImageOrder(
                imageOrder.orderId(),
                imageOrder.accountId(),
                imageOrder.instrumentId(),
                Side.of(imageOrder.sideRaw()),
                TimeInForce.of(imageOrder.timeInForceRaw()),
                WireCodes.truth(imageOrder.postOnlyRaw()),
                imageOrder.priceTicks(),
                imageOrder.quantityLots(),
                imageOrder.remainingLots(),
                imageOrder.clientOrderId().high(),
                imageOrder.clientOrderId().low(),
                imageOrder.label().high(),
                imageOrder.label().low(),
                imageOrder.enteredNs());
    }

    private ExchangeEvent imageBalance(DirectBuffer buffer, int offset, MessageHeaderDecoder header) {
        imageBalance.wrapAndApplyHeader(buffer, offset, header);
        return new ExchangeEvent.ImageBalance(
                imageBalance.accountId(), Currency.of(imageBalance.currencyRaw()), imageBalance.balanceMicros());
    }

    private ExchangeEvent imageEnd(DirectBuffer buffer, int offset, MessageHeaderDecoder header) {
        imageEnd.wrapAndApplyHeader(buffer, offset, header);
        return new ExchangeEvent.ImageEnd(imageEnd.imageId());
    }
}
