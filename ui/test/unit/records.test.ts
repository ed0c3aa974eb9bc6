import { describe, expect, it } from 'vitest';
import { mergeOrders } from '../../src/services/account/accountService';
import { parseBalance, parseFill, parseOrder, parsePosition } from '../../src/services/account/records';
import { keyFromFragment } from '../../src/services/account/session';
import { addTrade, candlesOfTrades, parseCandles } from '../../src/services/chart/chartService';
import { indexNameOf, mergeFixings } from '../../src/services/index/indexService';
import { compareInstruments, parseInstrument } from '../../src/services/instruments/Instrument';
import { mergeTicker } from '../../src/services/tickers/Ticker';
import { mergeTrades, type Trade } from '../../src/services/trades/tradesService';
import { forMarket, readClock, venueNow } from '../../src/services/venue/venueService';

const order = (id: string, state: string, updated: number) =>
  parseOrder({
    order_id: id,
    instrument_name: 'H100-31DEC26',
    direction: 'buy',
    order_state: state,
    price: 2.5,
    amount: 3,
    creation_timestamp: Number(id),
    last_update_timestamp: updated,
  })!;

describe('orders', () => {
  it('leave when they are done', () => {
    const known = [order('1', 'open', 1), order('2', 'open', 1)];
    expect(mergeOrders(known, [order('1', 'filled', 2)]).map(({ id }) => id)).toEqual(['2']);
  });

  it('are not brought back by older news', () => {
    const amended = { ...order('1', 'open', 5), lots: 9 };
    expect(mergeOrders([amended], [order('1', 'open', 4)])[0]?.lots).toBe(9);
  });

  it('of the market have no price', () => {
    expect(parseOrder({ order_id: 1, instrument_name: 'X', price: 'market_price' })).toMatchObject({ price: null });
  });
});

describe('what may be missing on the wire', () => {
  it('is null, not zero and not NaN', () => {
    expect(parseBalance({ currency: 'USD' })).toMatchObject({ equity: null, available: null });
    expect(parsePosition({ instrument_name: 'X', size: 2 })).toMatchObject({ lots: 2, averagePrice: null });
    expect(parseFill({ instrument_name: 'X', price: 1, amount: 1 })).toMatchObject({ fee: null, maker: null });
    expect(mergeTicker(undefined, {}).last).toBeNull();
  });

  it('and what is unusable is left out', () => {
    expect(parseInstrument({ instrument_name: 'X' })).toBeNull();
    expect(parsePosition({ instrument_name: 'X', size: 0 })).toBeNull();
    expect(parseCandles({ ticks: [1, 2], open: [1], high: [1], low: [1], close: [1] })).toHaveLength(1);
  });

  it('a short position is negative however it is told', () => {
    expect(parsePosition({ instrument_name: 'X', size: -4, direction: 'sell' })?.lots).toBe(-4);
    expect(parsePosition({ instrument_name: 'X', size: 4, direction: 'sell' })?.lots).toBe(-4);
  });

  it('an absent ticker field keeps what was known, a null one erases it', () => {
    const before = mergeTicker(undefined, { last: 2.5, bid_price: 2.4, volume: 7 });
    expect(mergeTicker(before, { best_bid_price: null, stats: { volume: 8 } })).toMatchObject({
      last: 2.5,
      bid: null,
      volume: 8,
    });
  });
});

describe('lists', () => {
  const trade = (id: string, timestampMs: number): Trade => ({ id, ticks: 1, lots: 1, side: 'buy', timestampMs });

  it('of trades hold each trade once, newest first, numbers in order', () => {
    const merged = mergeTrades([trade('9', 5)], [trade('10', 5), trade('9', 5), trade('8', 1)]);
    expect(merged.map(({ id }) => id)).toEqual(['10', '9', '8']);
  });

  it('of fixings hold the last word on each date', () => {
    const fixing = (date: string, price: number) => ({ date, price, contributors: null });
    const merged = mergeFixings([fixing('2026-07-30', 2.5)], [fixing('2026-07-29', 2.4), fixing('2026-07-30', 2.6)]);
    expect(merged.map(({ price }) => price)).toEqual([2.4, 2.6]);
  });

  it('of instruments stand by product, then by expiry', () => {
    const make = (name: string, expiry: number) =>
      parseInstrument({ instrument_name: name, tick_size: 1, expiration_timestamp: expiry })!;
    const sorted = [make('DEBASE-1', 1), make('H100-2', 2), make('ZZ-1', 1), make('H100-1', 1)].sort(
      compareInstruments,
    );
    expect(sorted.map(({ name }) => name)).toEqual(['H100-1', 'H100-2', 'DEBASE-1', 'ZZ-1']);
  });
});

describe('candles', () => {
  it('move with trades and open anew with time', () => {
    const at = (timeMs: number, price: number, candles = addTrade([], 5, 1, 1_000, 1_000)) =>
      addTrade(candles, price, 2, timeMs, 1_000);
    expect(at(1_500, 7)).toEqual([{ timeMs: 1_000, open: 5, high: 7, low: 5, close: 7, volume: 3 }]);
    expect(at(2_100, 4)).toHaveLength(2);
    expect(at(900, 4)).toHaveLength(1);
  });

  it('are made of trades told newest first', () => {
    const trades = [
      { price: 3, amount: 1, timestamp: 6_000 },
      { price: 2, amount: 1, timestamp: 1_000 },
      { price: 1, amount: 1, timestamp: 1_000 },
    ];
    expect(candlesOfTrades(trades, 5_000)).toEqual([
      { timeMs: 0, open: 1, high: 2, low: 1, close: 2, volume: 2 },
      { timeMs: 5_000, open: 3, high: 3, low: 3, close: 3, volume: 1 },
    ]);
  });
});

describe('names', () => {
  const h100 = parseInstrument({ instrument_name: 'H100-31DEC26', tick_size: 0.01 })!;

  it('of the benchmark: the one told, else the one that fits', () => {
    expect(indexNameOf({ ...h100, indexName: 'H100' }, ['H200', 'H100'])).toBe('H100');
    expect(indexNameOf(h100, ['h200_usd', 'h100_usd'])).toBe('h100_usd');
    expect(indexNameOf(h100, ['DEBASE'])).toBeNull();
  });

  it('of the market: the family of the product', () => {
    const phases = { POWER: 'closed', COMPUTE: 'open' };
    expect([forMarket(phases, 'H100'), forMarket(phases, 'DEBASE')]).toEqual(['open', 'closed']);
    expect(forMarket({}, 'H100')).toBeNull();
  });

  it('of keys in the address are taken apart at the first colon', () => {
    expect(keyFromFragment('#key=demo-1:se%3Acr:et')).toEqual({ clientId: 'demo-1', secret: 'se:cr:et' });
    expect(keyFromFragment('#other')).toBeNull();
  });
});

describe('venue clock', () => {
  it('runs on at the rate it was seen to run, but not for long', () => {
    const clock = readClock(readClock(null, 1_000, 0), 101_000, 1_000);
    expect(venueNow(clock, 1_500)).toBe(151_000);
    expect(venueNow(clock, 60_000)).toBe(101_000 + 5_000 * 100);
    expect(venueNow(readClock(null, 7, 0), 9_000)).toBe(7);
  });
});
