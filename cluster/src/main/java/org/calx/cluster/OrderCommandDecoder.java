package org.calx.cluster;

import org.calx.api.codec.AmendOrderDecoder;
import org.calx.api.codec.CancelOrderDecoder;
import org.calx.api.codec.MassCancelDecoder;
import org.calx.api.codec.QueryOutcomeDecoder;
import org.calx.api.codec.RequestImageDecoder;
import org.calx.api.codec.SubmitLinkedOrderDecoder;
import org.calx.api.codec.SubmitOrderDecoder;
import org.calx.api.wire.WireCodes;
import org.calx.core.engine.CommandHeader;
import org.calx.core.engine.Exchange;
import org.calx.core.engine.OrderEntry;
import org.calx.model.OrderType;
import org.calx.model.Side;
import org.calx.model.TimeInForce;

/** Reads commands on orders and queries, without allocating. */
final class OrderCommandDecoder {
    private static final int ORDER_TYPE_COUNT = OrderType.values().length;
    private static final int SIDE_COUNT = Side.values().length;
    private static final int TIME_IN_FORCE_COUNT = TimeInForce.values().length;

    private final Exchange exchange;
    private final CommandHeader command;
    private final OrderEntry order = new OrderEntry();

    private final SubmitLinkedOrderDecoder submitLinkedOrder = new SubmitLinkedOrderDecoder();
    private final SubmitOrderDecoder submitOrder = new SubmitOrderDecoder();
    private final AmendOrderDecoder amendOrder = new AmendOrderDecoder();
    private final CancelOrderDecoder cancelOrder = new CancelOrderDecoder();
    private final MassCancelDecoder massCancel = new MassCancelDecoder();
    private final QueryOutcomeDecoder queryOutcome = new QueryOutcomeDecoder();
    private final RequestImageDecoder requestImage = new RequestImageDecoder();

    OrderCommandDecoder(Exchange exchange, CommandHeader command) {
        this.exchange = exchange;
        this.command = command;
    }

    /** Carries out the command in the frame. @return false, and nothing done, if it is not one of these or malformed */
    boolean decode(CommandFrame frame) {
        return switch (frame.templateId()) {
            case SubmitOrderDecoder.TEMPLATE_ID -> frame.fits(SubmitOrderDecoder.BLOCK_LENGTH, 0) && submitOrder(frame);
            case SubmitLinkedOrderDecoder.TEMPLATE_ID ->
                frame.fits(SubmitLinkedOrderDecoder.BLOCK_LENGTH, 0) && submitLinkedOrder(frame);
            case AmendOrderDecoder.TEMPLATE_ID -> frame.fits(AmendOrderDecoder.BLOCK_LENGTH, 0) && amendOrder(frame);
            case CancelOrderDecoder.TEMPLATE_ID -> frame.fits(CancelOrderDecoder.BLOCK_LENGTH, 0) && cancelOrder(frame);
            case MassCancelDecoder.TEMPLATE_ID -> frame.fits(MassCancelDecoder.BLOCK_LENGTH, 0) && massCancel(frame);
            case QueryOutcomeDecoder.TEMPLATE_ID ->
                frame.fits(QueryOutcomeDecoder.BLOCK_LENGTH, 0) && queryOutcome(frame);
            case RequestImageDecoder.TEMPLATE_ID ->
                frame.fits(RequestImageDecoder.BLOCK_LENGTH, 0) && requestImage(frame);
            default -> false;
        };
    }

    private boolean submitOrder(CommandFrame frame) {
        submitOrder.wrap(
                frame.buffer(), frame.bodyOffset(), SubmitOrderDecoder.BLOCK_LENGTH, SubmitOrderDecoder.SCHEMA_VERSION);
        if (!CommandFrame.known(submitOrder.sideRaw(), SIDE_COUNT)
                || !CommandFrame.known(submitOrder.orderTypeRaw(), ORDER_TYPE_COUNT)
                || !CommandFrame.known(submitOrder.timeInForceRaw(), TIME_IN_FORCE_COUNT)
                || !CommandFrame.known(submitOrder.postOnlyRaw(), 2)) {
            return false;
        }
        frame.envelope(submitOrder.envelope(), command);
        fill(order, submitOrder);
        exchange.submitOrder(command, order);
        return true;
    }

    private boolean submitLinkedOrder(CommandFrame frame) {
        submitLinkedOrder.wrap(
                frame.buffer(),
                frame.bodyOffset(),
                SubmitLinkedOrderDecoder.BLOCK_LENGTH,
                SubmitLinkedOrderDecoder.SCHEMA_VERSION);
        if (!CommandFrame.known(submitLinkedOrder.sideRaw(), SIDE_COUNT)
                || !CommandFrame.known(submitLinkedOrder.orderTypeRaw(), ORDER_TYPE_COUNT)
                || !CommandFrame.known(submitLinkedOrder.timeInForceRaw(), TIME_IN_FORCE_COUNT)
                || !CommandFrame.known(submitLinkedOrder.postOnlyRaw(), 2)) {
            return false;
        }
        frame.envelope(submitLinkedOrder.envelope(), command);
        fill(order, submitLinkedOrder);
        exchange.submitOrder(command, order);
        return true;
    }

    private boolean amendOrder(CommandFrame frame) {
        amendOrder.wrap(
                frame.buffer(), frame.bodyOffset(), AmendOrderDecoder.BLOCK_LENGTH, AmendOrderDecoder.SCHEMA_VERSION);
        frame.envelope(amendOrder.envelope(), command);
        exchange.amendOrder(
                command,
                amendOrder.accountId(),
                amendOrder.orderId(),
                amendOrder.priceTicks(),
                amendOrder.quantityLots());
        return true;
    }

    private boolean cancelOrder(CommandFrame frame) {
        cancelOrder.wrap(
                frame.buffer(), frame.bodyOffset(), CancelOrderDecoder.BLOCK_LENGTH, CancelOrderDecoder.SCHEMA_VERSION);
        frame.envelope(cancelOrder.envelope(), command);
        exchange.cancelOrder(command, cancelOrder.accountId(), cancelOrder.orderId());
        return true;
    }

    private boolean massCancel(CommandFrame frame) {
        massCancel.wrap(
                frame.buffer(), frame.bodyOffset(), MassCancelDecoder.BLOCK_LENGTH, MassCancelDecoder.SCHEMA_VERSION);
        frame.envelope(massCancel.envelope(), command);
        exchange.massCancel(command, massCancel.accountId(), massCancel.instrumentId());
        return true;
    }

    private boolean queryOutcome(CommandFrame frame) {
        queryOutcome.wrap(
                frame.buffer(),
                frame.bodyOffset(),
                QueryOutcomeDecoder.BLOCK_LENGTH,
                QueryOutcomeDecoder.SCHEMA_VERSION);
        frame.envelope(queryOutcome.envelope(), command);
        exchange.queryOutcome(command, queryOutcome.queriedEpoch(), queryOutcome.queriedSequence());
        return true;
    }

    private boolean requestImage(CommandFrame frame) {
        requestImage.wrap(
                frame.buffer(),
                frame.bodyOffset(),
                RequestImageDecoder.BLOCK_LENGTH,
                RequestImageDecoder.SCHEMA_VERSION);
        frame.envelope(requestImage.envelope(), command);
        exchange.requestImage(command);
        return true;
    }

    private static void fill(OrderEntry order, SubmitOrderDecoder message) {
        order.accountId = message.accountId();
        order.instrumentId = message.instrumentId();
        order.side = Side.of(message.sideRaw());
        order.type = OrderType.of(message.orderTypeRaw());
        order.timeInForce = TimeInForce.of(message.timeInForceRaw());
        order.postOnly = WireCodes.truth(message.postOnlyRaw());
        order.priceTicks = message.priceTicks();
        order.quantityLots = message.quantityLots();
        order.clientOrderIdHigh = message.clientOrderId().high();
        order.clientOrderIdLow = message.clientOrderId().low();
        order.labelHigh = message.label().high();
        order.labelLow = message.label().low();
        order.sessionNumber = message.sessionNumber();
        order.linkedOrderId = 0;
    }

    private static void fill(OrderEntry order, SubmitLinkedOrderDecoder message) {
        order.accountId = message.accountId();
        order.instrumentId = message.instrumentId();
        order.side = Side.of(message.sideRaw());
        order.type = OrderType.of(message.orderTypeRaw());
        order.timeInForce = TimeInForce.of(message.timeInForceRaw());
        order.postOnly = WireCodes.truth(message.postOnlyRaw());
        order.priceTicks = message.priceTicks();
        order.quantityLots = message.quantityLots();
        order.clientOrderIdHigh = message.clientOrderId().high();
        order.clientOrderIdLow = message.clientOrderId().low();
        order.labelHigh = message.label().high();
        order.labelLow = message.label().low();
        order.sessionNumber = message.sessionNumber();
        order.linkedOrderId = message.linkedOrderId();
    }
}
