package org.calx.gateway.rpc;

import org.calx.gateway.shape.Prices;
import org.calx.gateway.view.InstrumentView;
import org.calx.model.Decimals;

/** Prices and amounts of orders: decimal text to ticks and lots, exactly. */
final class OrderNumbers {
    private static final int PRICE_SCALE = 6;

    private OrderNumbers() {}

    /** Lots from {@code amount} or {@code contracts}, which are the same here; the exchange checks their range. */
    static long lots(Params params) {
        String name = params.has("amount") || !params.has("contracts") ? "amount" : "contracts";
        String text = params.text(name);
        try {
            return Decimals.parse(text, 0);
        } catch (NumberFormatException e) {
            throw RpcException.ofParam(ErrorCode.INVALID_AMOUNT, name, "not a decimal");
        } catch (ArithmeticException e) {
            throw RpcException.ofParam(ErrorCode.AMOUNT_NOT_WHOLE, name, "must be a whole number of lots");
        }
    }

    /** Ticks from {@code price}. */
    static long ticks(Params params, InstrumentView instrument) {
        String text = params.text("price");
        long tickMicros = instrument.product.spec.tickMicros();
        long micros;
        try {
            micros = Decimals.parse(text, PRICE_SCALE);
        } catch (NumberFormatException e) {
            throw RpcException.ofParam(ErrorCode.INVALID_PRICE, "price", "not a decimal");
        } catch (ArithmeticException e) {
            throw wrongTick(instrument);
        }
        if (micros % tickMicros != 0) {
            throw wrongTick(instrument);
        }
        return micros / tickMicros;
    }

    private static RpcException wrongTick(InstrumentView instrument) {
        String tick = Prices.price(instrument, 1).toPlainString();
        return RpcException.ofParam(ErrorCode.WRONG_TICK, "price", "must be a multiple of the tick " + tick);
    }
}
