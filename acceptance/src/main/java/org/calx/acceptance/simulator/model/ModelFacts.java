package org.calx.acceptance.simulator.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.calx.api.event.ExchangeEvent;
import org.calx.model.Currency;
import org.calx.model.Side;

/** Questions to the model's present state: is a row of a state image true, and what should a gateway show? */
public final class ModelFacts {
    /** A working order. */
    public record Order(
            long orderId, int instrumentId, Side side, long priceTicks, long quantityLots, long remainingLots) {}

    private final ModelState state;
    private final ModelLiveness liveness;
    private final ModelKeeping keeping;
    private final ModelParameters parameters;

    ModelFacts(ModelState state, ModelLiveness liveness, ModelKeeping keeping, ModelParameters parameters) {
        this.state = state;
        this.liveness = liveness;
        this.keeping = keeping;
        this.parameters = parameters;
    }

    /** Whether a row of a state image is what the state is. */
    public boolean isTrue(ExchangeEvent row) {
        return switch (row) {
            case ExchangeEvent.ImageOrder r -> isTrue(r);
            case ExchangeEvent.ImageBalance r -> r.balanceMicros() == balanceMicros(r.accountId(), r.currency());
            case ExchangeEvent.PositionChanged r -> isTrue(r);
            case ExchangeEvent.MarketDefined r ->
                r.market().equals(state.markets.get(r.market().marketId()).spec);
            case ExchangeEvent.MarketPhaseChanged r -> isTrue(r);
            case ExchangeEvent.ProductDefined r ->
                r.product().equals(state.products.get(r.product().productId()).spec);
            case ExchangeEvent.ProductParametersSet r ->
                r.parameters().equals(state.products.get(r.parameters().productId()).parameters);
            case ExchangeEvent.FixingPublished r ->
                r.fixing()
                        .equals(state.products
                                .get(r.fixing().productId())
                                .fixings
                                .get(r.fixing().day()));
            case ExchangeEvent.InstrumentListed r ->
                r.instrument().equals(state.instruments.get(r.instrument().instrumentId()).spec);
            case ExchangeEvent.MarkSet r -> state.instruments.get(r.instrumentId()).markMicros == r.markMicros();
            case ExchangeEvent.ValuationSet r ->
                state.instruments.get(r.instrumentId()).valuationMicros == r.priceMicros();
            case ExchangeEvent.RiskArraySet r ->
                Arrays.equals(r.lossMicrosPerLot(), state.instruments.get(r.instrumentId()).riskArray);
            case ExchangeEvent.SettlementPriceSet r -> isSettled(r.instrumentId(), r.businessDay(), r.priceMicros());
            case ExchangeEvent.InstrumentExpired r ->
                state.instruments.get(r.instrumentId()).expired
                        && isSettled(r.instrumentId(), r.businessDay(), r.priceMicros());
            case ExchangeEvent.AccountOpened r -> state.accounts.containsKey(r.accountId());
            case ExchangeEvent.CountdownSet r -> r.equals(liveness.countdown(r.accountId()));
            case ExchangeEvent.CancelOnDisconnectSet r -> liveness.isDefault(r);
            case ExchangeEvent.ProtocolVersionSet r -> keeping.isTrue(r);
            case ExchangeEvent.EventsRetained r -> keeping.isTrue(r);
            case ExchangeEvent.ParametersStaged r -> parameters.isTrue(r);
            case ExchangeEvent.ParametersChanged r -> parameters.isTrue(r);
            case ExchangeEvent.RiskRulesSet r ->
                r.rules().equals(state.products.get(r.rules().productId()).rules);
            case ExchangeEvent.CommoditySpreadsSet r -> r.spreads().equals(state.credits.spreads());
            case ExchangeEvent.MarginChargesSet r -> parameters.isTrue(r);
            case ExchangeEvent.AccountRiskSet r -> parameters.isTrue(r);
            case ExchangeEvent.SenderRegistered r -> isTrue(r);
            case ExchangeEvent.VenueOpened r -> r.limits().equals(state.limits);
            case ExchangeEvent.VenueClockSet unused -> true;
            default -> false;
        };
    }

    private boolean isTrue(ExchangeEvent.ImageOrder row) {
        ModelOrder order = state.accounts.get(row.accountId()).find(row.orderId());
        return order != null
                && order.instrument.spec.instrumentId() == row.instrumentId()
                && order.side == row.side()
                && order.timeInForce == row.timeInForce()
                && order.postOnly == row.postOnly()
                && order.priceTicks == row.priceTicks()
                && order.quantityLots == row.quantityLots()
                && order.remainingLots == row.remainingLots();
    }

    private boolean isTrue(ExchangeEvent.PositionChanged row) {
        ModelPosition position =
                state.instruments.get(row.instrumentId()).positions.get(row.accountId());
        return position != null
                && position.lots == row.positionLots()
                && position.openValueMicros == row.openValueMicros();
    }

    private boolean isTrue(ExchangeEvent.MarketPhaseChanged row) {
        ModelMarket market = state.markets.get(row.marketId());
        return market.phase == row.phase() && market.businessDay == row.businessDay();
    }

    private boolean isTrue(ExchangeEvent.SenderRegistered row) {
        ModelSender sender = state.senders.get(row.senderId());
        return sender.role == row.role() && sender.accountId == row.accountId();
    }

    private boolean isSettled(int instrumentId, int businessDay, long priceMicros) {
        ModelInstrument instrument = state.instruments.get(instrumentId);
        return Objects.equals(instrument.settledDay, businessDay) && instrument.settlementMicros == priceMicros;
    }

    /** All accounts. */
    public List<Integer> accountIds() {
        return new ArrayList<>(state.accounts.keySet());
    }

    /** All instruments. */
    public List<Integer> instrumentIds() {
        return new ArrayList<>(state.instruments.keySet());
    }

    /** Balance of a ledger account. */
    public long balanceMicros(int ledgerAccountId, Currency currency) {
        return state.money.balanceMicros(ledgerAccountId, currency);
    }

    /** An account's position. */
    public long positionLots(int accountId, int instrumentId) {
        return state.instruments.get(instrumentId).positionLots(accountId);
    }

    /** An account's working orders by id. */
    public Map<Long, Order> orders(int accountId) {
        Map<Long, Order> orders = new LinkedHashMap<>();
        for (ModelOrder order : state.accounts.get(accountId).orders) {
            orders.put(
                    order.orderId,
                    new Order(
                            order.orderId,
                            order.instrument.spec.instrumentId(),
                            order.side,
                            order.priceTicks,
                            order.quantityLots,
                            order.remainingLots));
        }
        return orders;
    }

    /** Sum of all positions in an instrument: zero, or a trade had one side. */
    public long sumOfPositionsLots(int instrumentId) {
        return state.instruments.get(instrumentId).positions.values().stream()
                .mapToLong(position -> position.lots)
                .sum();
    }
}
