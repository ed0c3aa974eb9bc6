import { createRandom } from './random.mjs';

const DEPTH = 30;
const HISTORY = 300;
const CANDLE_MS = 60_000;

/** One contract's simulated market: a book around a wandering middle, trades, candles. Prices are ticks inside. */
export class Market {
  constructor({ wire, startTicks }, seed) {
    this.wire = wire;
    this.random = createRandom(seed);
    this.mid = startTicks;
    this.bids = new Map();
    this.asks = new Map();
    this.changeId = 1000 * seed;
    this.trades = [];
    this.sequence = 0;
    this.volume = 0;
    this.refill();
    this.candles = this.pastCandles();
    this.open = this.candles[0].open;
    this.last = startTicks;
    this.high = Math.max(...this.candles.map((candle) => candle.high));
    this.low = Math.min(...this.candles.map((candle) => candle.low));
  }

  price(ticks) {
    return Number((ticks * this.wire.tick_size).toFixed(4));
  }

  best(side) {
    return side === 'bid' ? Math.max(...this.bids.keys()) : Math.min(...this.asks.keys());
  }

  /** One step of the simulation: returns the book's change and the trades made. */
  step(now) {
    const before = { bids: new Map(this.bids), asks: new Map(this.asks) };
    const trades = this.random.chance(0.22) ? [this.trade(now)] : [];
    if (this.random.chance(0.06)) this.mid += this.random.chance(0.5) ? 1 : -1;
    this.refill();
    return { change: this.changeSince(before), trades };
  }

  trade(now, side = this.random.chance(0.5) ? 'buy' : 'sell', lots = 1 + this.random.int(12), ticks = undefined) {
    const at = ticks ?? this.best(side === 'buy' ? 'ask' : 'bid');
    const trade = {
      trade_id: `${this.wire.instrument_name}-${++this.sequence}`,
      trade_seq: this.sequence,
      instrument_name: this.wire.instrument_name,
      price: this.price(at),
      amount: lots,
      direction: side,
      timestamp: now,
      tick_direction: 0,
    };
    this.trades.unshift(trade);
    this.trades.length = Math.min(this.trades.length, 500);
    this.last = at;
    this.volume += lots;
    this.high = Math.max(this.high, at);
    this.low = Math.min(this.low, at);
    this.addToCandle(now, at, lots);
    return trade;
  }

  refill() {
    for (const [side, sign] of [
      [this.bids, -1],
      [this.asks, 1],
    ]) {
      for (const ticks of side.keys()) {
        const distance = (ticks - this.mid) * sign;
        if (distance < 1 || distance > DEPTH) side.delete(ticks);
      }
      for (let distance = 1; distance <= DEPTH; distance++) {
        const ticks = this.mid + sign * distance;
        const fresh = !side.has(ticks);
        if (fresh || this.random.chance(0.05)) {
          side.set(ticks, 1 + this.random.int(8 + distance * 4) + (this.random.chance(0.06) ? 60 : 0));
        }
      }
    }
  }

  changeSince(before) {
    const diff = (was, is) => [
      ...[...is]
        .filter(([ticks, lots]) => was.get(ticks) !== lots)
        .map(([ticks, lots]) => [was.has(ticks) ? 'change' : 'new', this.price(ticks), lots]),
      ...[...was.keys()].filter((ticks) => !is.has(ticks)).map((ticks) => ['delete', this.price(ticks), 0]),
    ];
    const previous = this.changeId++;
    return {
      type: 'change',
      timestamp: Date.now(),
      instrument_name: this.wire.instrument_name,
      prev_change_id: previous,
      change_id: this.changeId,
      bids: diff(before.bids, this.bids),
      asks: diff(before.asks, this.asks),
    };
  }

  snapshot() {
    const side = (levels) => [...levels].map(([ticks, lots]) => ['new', this.price(ticks), lots]);
    return {
      type: 'snapshot',
      timestamp: Date.now(),
      instrument_name: this.wire.instrument_name,
      change_id: this.changeId,
      bids: side(this.bids),
      asks: side(this.asks),
    };
  }

  ticker() {
    return {
      instrument_name: this.wire.instrument_name,
      timestamp: Date.now(),
      state: 'open',
      last_price: this.price(this.last),
      best_bid_price: this.price(this.best('bid')),
      best_ask_price: this.price(this.best('ask')),
      mark_price: this.price(this.mid),
      settlement_price: this.price(this.open),
      open_interest: 1200 + this.volume,
      stats: {
        high: this.price(this.high),
        low: this.price(this.low),
        price_change: ((this.last - this.open) / this.open) * 100,
        volume: this.volume,
      },
    };
  }

  pastCandles() {
    const candles = [];
    let close = this.mid;
    const start = Math.floor(Date.now() / CANDLE_MS) * CANDLE_MS;
    for (let back = 0; back < HISTORY; back++) {
      const open = close + (this.random.int(3) - 1);
      const high = Math.max(open, close) + this.random.int(2);
      const low = Math.min(open, close) - this.random.int(2);
      const volume = this.random.int(120);
      candles.unshift({ time: start - back * CANDLE_MS, open, high, low, close, volume });
      this.volume += volume;
      close = open;
    }
    return candles;
  }

  addToCandle(now, ticks, lots) {
    const time = Math.floor(now / CANDLE_MS) * CANDLE_MS;
    let candle = this.candles.at(-1);
    if (candle.time !== time) {
      candle = { time, open: candle.close, high: ticks, low: ticks, close: ticks, volume: 0 };
      this.candles.push(candle);
    }
    candle.high = Math.max(candle.high, ticks);
    candle.low = Math.min(candle.low, ticks);
    candle.close = ticks;
    candle.volume += lots;
  }
}
