import { isWire, num, str, type Wire } from '../wire';

/** What the market last said about one contract; null is "not said", never zero. */
export interface Ticker {
  last: number | null;
  bid: number | null;
  ask: number | null;
  mark: number | null;
  index: number | null;
  settlement: number | null;
  high: number | null;
  low: number | null;
  /** Percent change over the last day. */
  changePercent: number | null;
  /** Lots traded over the last day. */
  volume: number | null;
  openInterest: number | null;
  phase: string | null;
  timestampMs: number | null;
}

const EMPTY: Ticker = {
  last: null,
  bid: null,
  ask: null,
  mark: null,
  index: null,
  settlement: null,
  high: null,
  low: null,
  changePercent: null,
  volume: null,
  openInterest: null,
  phase: null,
  timestampMs: null,
};

/**
 * The ticker after a message. Summaries and tickers name the same things differently and each leaves some out: a key
 * that is absent keeps what was known, a key that is present replaces it, null included.
 */
export function mergeTicker(before: Ticker | undefined, raw: Wire): Ticker {
  const stats = isWire(raw.stats) ? raw.stats : raw;
  const was = before ?? EMPTY;
  const pick = (source: Wire, keys: string[], old: number | null): number | null => {
    const key = keys.find((candidate) => candidate in source);
    return key === undefined ? old : num(source[key]);
  };
  return {
    last: pick(raw, ['last_price', 'last'], was.last),
    bid: pick(raw, ['best_bid_price', 'bid_price'], was.bid),
    ask: pick(raw, ['best_ask_price', 'ask_price'], was.ask),
    mark: pick(raw, ['mark_price'], was.mark),
    index: pick(raw, ['index_price'], was.index),
    settlement: pick(raw, ['settlement_price'], was.settlement),
    high: pick(stats, ['high'], was.high),
    low: pick(stats, ['low'], was.low),
    changePercent: pick(stats, ['price_change'], was.changePercent),
    volume: pick(stats, ['volume'], was.volume),
    openInterest: pick(raw, ['open_interest'], was.openInterest),
    phase: str(raw.state) ?? was.phase,
    timestampMs: pick(raw, ['timestamp', 'creation_timestamp'], was.timestampMs),
  };
}
