import { Refusal } from './account.mjs';
import { listing } from './listing.mjs';

const active = (currency) =>
  listing.map(({ wire }) => wire).filter((wire) => currency === 'any' || wire.base_currency === currency);

function marketOf(venue, name) {
  const market = venue.markets.get(name);
  if (!market)
    throw new Refusal(-32602, 'Invalid params', { param: 'instrument_name', reason: 'The instrument does not exist.' });
  return market;
}

function summaryOf(market) {
  const ticker = market.ticker();
  return {
    instrument_name: ticker.instrument_name,
    base_currency: market.wire.base_currency,
    last: ticker.last_price,
    bid_price: ticker.best_bid_price,
    ask_price: ticker.best_ask_price,
    mark_price: ticker.mark_price,
    high: ticker.stats.high,
    low: ticker.stats.low,
    price_change: ticker.stats.price_change,
    volume: ticker.stats.volume,
    open_interest: ticker.open_interest,
    creation_timestamp: ticker.timestamp,
  };
}

const WIDTHS = { 1: 60_000, 5: 300_000, 60: 3_600_000, '1D': 86_400_000 };

function chart(market, { start_timestamp: start, end_timestamp: end, resolution }) {
  const width = WIDTHS[resolution];
  const bars = new Map();
  for (const candle of market.candles) {
    if (candle.time < start - width || candle.time > end) continue;
    const time = Math.floor(candle.time / width) * width;
    const bar = bars.get(time);
    if (!bar) bars.set(time, { ...candle, time });
    else {
      bar.high = Math.max(bar.high, candle.high);
      bar.low = Math.min(bar.low, candle.low);
      bar.close = candle.close;
      bar.volume += candle.volume;
    }
  }
  const list = [...bars.values()];
  const prices = (key) => list.map((bar) => market.price(bar[key]));
  return {
    status: 'ok',
    ticks: list.map((bar) => bar.time),
    open: prices('open'),
    high: prices('high'),
    low: prices('low'),
    close: prices('close'),
    volume: list.map((bar) => bar.volume),
  };
}

export const publicMethods = {
  get_time: () => Date.now(),
  get_currencies: () => ['H100', 'H200', 'A100', 'B200', 'DEBASE'].map((currency) => ({ currency })),
  get_instruments: (venue, { currency }) => active(currency),
  get_book_summary_by_currency: (venue, { currency }) =>
    active(currency).map((wire) => summaryOf(venue.markets.get(wire.instrument_name))),
  ticker: (venue, params) => marketOf(venue, params.instrument_name).ticker(),
  get_last_trades_by_instrument: (venue, { instrument_name, count = 10 }) => ({
    trades: marketOf(venue, instrument_name).trades.slice(0, count),
    has_more: false,
  }),
  get_tradingview_chart_data: (venue, params) => chart(marketOf(venue, params.instrument_name), params),
  get_index_price_names: (venue) => [...venue.indexes.keys()],
  get_index_price: (venue, { index_name }) => ({ index_price: venue.indexes.get(index_name).at(-1).price }),
  'calx.get_index_history': (venue, { index_name, count }) => venue.indexes.get(index_name).slice(-count),
  'calx.get_venue': (venue) => venue.state(),
};

const placing = (side) => (venue, params, account) => {
  const placed = account.place(marketOf(venue, params.instrument_name), side, params);
  venue.tellFill(account, placed.order, placed.trades);
  return placed;
};

export const privateMethods = {
  buy: placing('buy'),
  sell: placing('sell'),
  cancel(venue, { order_id }, account) {
    const order = account.cancel(order_id);
    venue.tellFill(account, order, []);
    return order;
  },
  cancel_all(venue, params, account) {
    const ids = [...account.orders.keys()];
    for (const id of ids) venue.tellFill(account, account.cancel(id), []);
    return ids.length;
  },
  get_open_orders: (venue, params, account) => [...account.orders.values()],
  get_positions: (venue, params, account) => account.positionList(venue.markets),
  'calx.what_if': (venue, params, account) => account.whatIf(venue.markets, params),
  get_account_summaries: (venue, params, account) => ({ summaries: account.summaries(venue.markets) }),
  get_user_trades_by_currency: (venue, params, account) => ({ trades: account.fills, has_more: false }),
};
