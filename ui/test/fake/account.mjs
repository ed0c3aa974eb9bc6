const BAND = 0.2;

/** A refusal with the exchange's code and words. */
export class Refusal extends Error {
  constructor(code, message, data) {
    super(message);
    this.code = code;
    this.data = data;
  }
}

let lastOrderId = 0;

/** One account: orders rest until the market reaches them. */
export class Account {
  constructor(id) {
    this.id = id;
    this.orders = new Map();
    this.fills = [];
    this.positions = new Map();
    this.cash = { USD: 1_000_000, EUR: 250_000 };
  }

  place(market, side, params) {
    const { tick_size: tick, instrument_name: name } = market.wire;
    const market_order = params.type === 'market';
    const opposite = market.best(side === 'buy' ? 'ask' : 'bid');
    const ticks = market_order ? opposite : Math.round(params.price / tick);
    if (!(params.amount >= 1))
      throw new Refusal(-32602, 'Invalid params', { param: 'amount', reason: 'must be at least one lot' });
    if (Math.abs(ticks - market.mid) > market.mid * BAND) {
      throw new Refusal(10011, 'price_not_allowed', {
        reason: 'PRICE_OUT_OF_BAND',
        text: 'The price is outside the band around the reference price.',
      });
    }
    if (params.amount > 3_000) {
      throw new Refusal(10009, 'not_enough_funds', { reason: 'INSUFFICIENT_MARGIN', acceptable_amount: 3_000 });
    }
    const crosses = side === 'buy' ? ticks >= opposite : ticks <= opposite;
    if (params.post_only && crosses)
      throw new Refusal(11054, 'POST_ONLY_WOULD_TRADE', { reason: 'A post-only order would trade at once.' });
    const now = Date.now();
    const order = {
      order_id: `${++lastOrderId}`,
      instrument_name: name,
      direction: side,
      order_type: params.type ?? 'limit',
      price: market.price(ticks),
      amount: params.amount,
      filled_amount: 0,
      order_state: 'open',
      time_in_force: params.time_in_force ?? 'good_til_cancelled',
      post_only: params.post_only === true,
      label: params.label ?? '',
      creation_timestamp: now,
      last_update_timestamp: now,
    };
    const trades = crosses ? [this.fill(order, market, opposite, 'T')] : [];
    const rests = !market_order && ['good_til_cancelled', 'good_til_day'].includes(order.time_in_force);
    if (!crosses && !rests) order.order_state = 'cancelled';
    if (order.order_state === 'open') this.orders.set(order.order_id, order);
    return { order, trades };
  }

  /** Every order needs 300 a lot; the rest of the answer is as the exchange gives it. */
  whatIf(markets, { orders }) {
    const added = orders.reduce((sum, order) => sum + 300 * order.amount, 0);
    const { settlement_currency: currency, base_currency: product } = markets.get(orders[0].instrument_name).wire;
    const before = 1_000;
    const equity = this.cash[currency];
    return {
      as_of_event: 1,
      currencies: [
        {
          currency,
          equity,
          requirement_before: before,
          requirement: before + added,
          added,
          available_funds: equity - before - added,
          accepted: before + added <= equity,
        },
      ],
      products: [{ product, currency, active_scenario: 13, requirement_before: before, requirement: before + added }],
    };
  }

  fill(order, market, ticks, liquidity) {
    const trade = market.trade(Date.now(), order.direction, order.amount - order.filled_amount, ticks);
    order.filled_amount = order.amount;
    order.order_state = 'filled';
    order.last_update_timestamp = Date.now();
    this.orders.delete(order.order_id);
    const signed = (order.direction === 'buy' ? 1 : -1) * trade.amount;
    const held = this.positions.get(order.instrument_name) ?? { size: 0, average_price: 0 };
    this.positions.set(order.instrument_name, { size: held.size + signed, average_price: trade.price });
    const own = {
      ...trade,
      order_id: order.order_id,
      liquidity,
      fee: 0.75 * trade.amount,
      fee_currency: market.wire.settlement_currency,
    };
    this.fills.unshift(own);
    return own;
  }

  cancel(id) {
    const order = this.orders.get(id);
    if (!order) throw new Refusal(11044, 'UNKNOWN_ORDER', { reason: 'The account has no such working order.' });
    this.orders.delete(id);
    order.order_state = 'cancelled';
    order.last_update_timestamp = Date.now();
    return order;
  }

  /** Orders that the market has reached since, filled as makers. */
  reached(market) {
    const resting = [...this.orders.values()].filter((order) => order.instrument_name === market.wire.instrument_name);
    return resting.flatMap((order) => {
      const ticks = Math.round(order.price / market.wire.tick_size);
      const hit = order.direction === 'buy' ? ticks >= market.best('ask') : ticks <= market.best('bid');
      return hit ? [{ order, trade: this.fill(order, market, ticks, 'M') }] : [];
    });
  }

  positionList(markets) {
    return [...this.positions].map(([name, { size, average_price }]) => {
      const market = markets.get(name);
      const mark = market.price(market.mid);
      return {
        instrument_name: name,
        kind: 'future',
        size,
        direction: size > 0 ? 'buy' : size < 0 ? 'sell' : 'zero',
        average_price,
        mark_price: mark,
        settlement_price: market.price(market.open),
        floating_profit_loss: (mark - average_price) * size * market.wire.contract_size,
        initial_margin: Math.abs(size) * mark * market.wire.contract_size * 0.12,
      };
    });
  }

  summaries(markets) {
    const positions = this.positionList(markets);
    return Object.entries(this.cash).map(([currency, cash]) => {
      const own = positions.filter(
        (position) => markets.get(position.instrument_name).wire.settlement_currency === currency,
      );
      const equity = cash + own.reduce((sum, position) => sum + position.floating_profit_loss, 0);
      const margin = own.reduce((sum, position) => sum + position.initial_margin, 0);
      return {
        currency,
        balance: cash,
        equity,
        initial_margin: margin,
        maintenance_margin: margin * 0.8,
        available_funds: equity - margin,
      };
    });
  }
}
