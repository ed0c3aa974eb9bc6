import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { addTrade, type Candle } from '../../services/chart/chartService';
import { chooseResolution, widthMs, type Resolution } from '../../services/chart/resolution';
import { useExchange, useLinkState } from '../../services/context';
import type { Exchange } from '../../services/exchange';
import type { Instrument } from '../../services/instruments/Instrument';
import { fromTicks } from '../../services/instruments/ticks';
import type { Trade } from '../../services/trades/tradesService';
import type { ResolutionChoice } from './ResolutionPicker';

const CANDLES_ASKED = 400;
const RELOAD_EVERY_MS = 15_000;

/** The contract's candles: read from the exchange, moved by every trade, and read again from time to time. */
export function useCandles(instrument: Instrument, choice: ResolutionChoice) {
  const exchange = useExchange();
  const live = useLinkState() === 'live';
  const automatic = useStore(exchange.trades.store, ({ trades }) => chooseResolution(spanOf(trades)));
  const resolution = choice === 'auto' ? automatic : choice;
  const [candles, setCandles] = useState<Candle[]>([]);
  const [loading, setLoading] = useState(true);

  useEffect(() => {
    if (!live) {
      setCandles([]);
      return;
    }
    let cancelled = false;
    setLoading(true);
    const load = async () => {
      const known = await loadCandles(exchange, instrument, resolution).catch(() => []);
      if (cancelled) return;
      setCandles(withTrades(known, exchange.trades.store.getState().trades, instrument, resolution));
      setLoading(false);
    };
    void load();
    const timer = setInterval(() => void load(), RELOAD_EVERY_MS);
    const stop = exchange.trades.store.subscribe(({ trades, instrument: name }, before) => {
      if (name !== instrument.name || before.instrument !== name) return;
      const known = new Set(before.trades.map(({ id }) => id));
      const fresh = before.trades.length === 0 ? [] : trades.filter(({ id }) => !known.has(id));
      if (fresh.length > 0) setCandles((shown) => withTrades(shown, fresh, instrument, resolution, true));
    });
    return () => {
      cancelled = true;
      clearInterval(timer);
      stop();
    };
  }, [exchange, instrument, resolution, live]);

  return { candles, loading };
}

const spanOf = (trades: Trade[]): number => {
  const [newest, oldest] = [trades[0], trades.at(-1)];
  return newest && oldest ? newest.timestampMs - oldest.timestampMs : 0;
};

function loadCandles(exchange: Exchange, instrument: Instrument, resolution: Resolution): Promise<Candle[]> {
  const newestTrade = exchange.trades.store.getState().trades[0]?.timestampMs;
  const now = Math.max(newestTrade ?? 0, exchange.tickers.newestMs(instrument.name) ?? 0) || Date.now();
  return exchange.chart.candles(instrument.name, now - CANDLES_ASKED * widthMs(resolution), now, resolution);
}

/**
 * The candles with these trades added, oldest first. Loaded candles contain all trades up to their last one, so without
 * `fresh` only trades that open later candles count.
 */
function withTrades(candles: Candle[], trades: Trade[], instrument: Instrument, resolution: Resolution, fresh = false) {
  const width = widthMs(resolution);
  const covered = fresh ? 0 : (candles.at(-1)?.timeMs ?? -width) + width;
  return trades
    .filter(({ timestampMs }) => timestampMs >= covered)
    .sort((a, b) => a.timestampMs - b.timestampMs)
    .reduce(
      (known, { ticks, lots, timestampMs }) =>
        addTrade(known, fromTicks(ticks, instrument.tickSize), lots, timestampMs, width),
      candles,
    );
}
