import type { RpcClient } from '../rpc/RpcClient';
import { isWire, num, rows, type Wire } from '../wire';
import { FINEST, widthMs, type CandleWidth, type Resolution } from './resolution';

export interface Candle {
  timeMs: number;
  open: number;
  high: number;
  low: number;
  close: number;
  volume: number;
}

const CANDLES_ASKED = 400;
const TRADES_ASKED = 1000;
/** With fewer minutes than this, a chart of minutes would be nearly empty. */
const FEW_CANDLES = 30;

/** Candles of a contract up to an instant, oldest first. */
export function createChartService(rpc: RpcClient) {
  const fromExchange = async (instrument: string, endMs: number, resolution: Resolution): Promise<Candle[]> => {
    const answer = await rpc.call('public/get_tradingview_chart_data', {
      instrument_name: instrument,
      start_timestamp: Math.floor(endMs - CANDLES_ASKED * widthMs(resolution)),
      end_timestamp: Math.ceil(endMs),
      resolution,
    });
    return isWire(answer) ? parseCandles(answer) : [];
  };

  const fromTrades = async (instrument: string): Promise<Candle[]> => {
    const query = { instrument_name: instrument, count: TRADES_ASKED };
    const answer = await rpc.call('public/get_last_trades_by_instrument', query);
    return candlesOfTrades(rows(answer, 'trades'), widthMs(FINEST));
  };

  return {
    candles: (instrument: string, endMs: number, width: CandleWidth): Promise<Candle[]> =>
      width === FINEST ? fromTrades(instrument) : fromExchange(instrument, endMs, width),

    /** Minutes, or five seconds while there are too few minutes to look at. */
    async automatic(instrument: string, endMs: number): Promise<{ candles: Candle[]; width: CandleWidth }> {
      const minutes = await fromExchange(instrument, endMs, '1');
      if (minutes.length >= FEW_CANDLES) return { candles: minutes, width: '1' };
      return { candles: await fromTrades(instrument), width: FINEST };
    },
  };
}

/** Candles of so many milliseconds from trades in wire form, in any order. */
export function candlesOfTrades(trades: Wire[], width: number): Candle[] {
  return trades
    .flatMap((trade) => {
      const [price, lots, timeMs] = [num(trade.price), num(trade.amount), num(trade.timestamp)];
      return price === null || lots === null || timeMs === null ? [] : [{ price, lots, timeMs }];
    })
    .reverse()
    .sort((a, b) => a.timeMs - b.timeMs)
    .reduce((known: Candle[], { price, lots, timeMs }) => addTrade(known, price, lots, timeMs, width), []);
}

export function parseCandles(raw: Record<string, unknown>): Candle[] {
  const column = (key: string) => (Array.isArray(raw[key]) ? (raw[key] as unknown[]) : []);
  const [open, high, low, close, volume] = ['open', 'high', 'low', 'close', 'volume'].map(column);
  const candles = column('ticks').flatMap((tick, at) => {
    const values = [num(tick), num(open?.[at]), num(high?.[at]), num(low?.[at]), num(close?.[at])];
    if (values.some((value) => value === null)) return [];
    const [timeMs, o, h, l, c] = values as number[];
    return [{ timeMs: timeMs!, open: o!, high: h!, low: l!, close: c!, volume: num(volume?.[at]) ?? 0 }];
  });
  return candles.sort((a, b) => a.timeMs - b.timeMs);
}

/** The candles with one more trade in them: it moves the last candle or opens the next; an old trade changes nothing. */
export function addTrade(candles: Candle[], price: number, lots: number, timeMs: number, widthMs: number): Candle[] {
  const start = Math.floor(timeMs / widthMs) * widthMs;
  const last = candles.at(-1);
  if (last && start < last.timeMs) return candles;
  if (!last || start > last.timeMs) {
    return [...candles, { timeMs: start, open: price, high: price, low: price, close: price, volume: lots }];
  }
  const moved: Candle = {
    ...last,
    high: Math.max(last.high, price),
    low: Math.min(last.low, price),
    close: price,
    volume: last.volume + lots,
  };
  return [...candles.slice(0, -1), moved];
}

export type ChartService = ReturnType<typeof createChartService>;
