import type { RpcClient } from '../rpc/RpcClient';
import { isWire, num } from '../wire';
import type { Resolution } from './resolution';

export interface Candle {
  timeMs: number;
  open: number;
  high: number;
  low: number;
  close: number;
  volume: number;
}

/** Candles of a contract between two instants, oldest first. */
export function createChartService(rpc: RpcClient) {
  return {
    async candles(instrument: string, startMs: number, endMs: number, resolution: Resolution): Promise<Candle[]> {
      const answer = await rpc.call('public/get_tradingview_chart_data', {
        instrument_name: instrument,
        start_timestamp: Math.floor(startMs),
        end_timestamp: Math.ceil(endMs),
        resolution,
      });
      return isWire(answer) ? parseCandles(answer) : [];
    },
  };
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
