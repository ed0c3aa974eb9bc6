import { useEffect, useState } from 'react';
import { addTrade, type Candle } from '../../services/chart/chartService';
import { FINEST, widthMs, type CandleWidth } from '../../services/chart/resolution';
import { useExchange, useLinkState } from '../../services/context';
import type { Exchange } from '../../services/exchange';
import type { Instrument } from '../../services/instruments/Instrument';
import { fromTicks } from '../../services/instruments/ticks';
import type { Trade } from '../../services/trades/tradesService';
import type { WidthChoice } from './ResolutionPicker';

interface Shown {
  candles: Candle[];
  width: CandleWidth;
}

const RELOAD_EVERY_MS = 15_000;
const NOTHING: Shown = { candles: [], width: FINEST };

/** The contract's candles: read from the exchange, moved by every trade, and read again from time to time. */
export function useCandles(instrument: Instrument, choice: WidthChoice) {
  const exchange = useExchange();
  const live = useLinkState() === 'live';
  const [shown, setShown] = useState<Shown | null>(null);

  useEffect(() => {
    setShown(null);
    if (!live) return;
    let cancelled = false;
    const load = async () => {
      const loaded = await loadCandles(exchange, instrument, choice).catch(() => null);
      if (!cancelled) setShown((before) => loaded ?? before ?? NOTHING);
    };
    void load();
    const timer = setInterval(() => void load(), RELOAD_EVERY_MS);
    const stop = exchange.trades.store.subscribe(({ trades, instrument: name }, before) => {
      if (name !== instrument.name || before.instrument !== name || before.trades.length === 0) return;
      const known = new Set(before.trades.map(({ id }) => id));
      const fresh = trades.filter(({ id }) => !known.has(id));
      if (fresh.length > 0) setShown((seen) => seen && withTrades(seen, fresh, instrument));
    });
    return () => {
      cancelled = true;
      clearInterval(timer);
      stop();
    };
  }, [exchange, instrument, choice, live]);

  return { candles: shown?.candles ?? [], loading: shown === null };
}

async function loadCandles(exchange: Exchange, instrument: Instrument, choice: WidthChoice): Promise<Shown> {
  const newestTrade = exchange.trades.store.getState().trades[0]?.timestampMs ?? 0;
  const endMs = Math.max(newestTrade, exchange.tickers.newestMs(instrument.name) ?? 0) || Date.now();
  if (choice === 'auto') return exchange.chart.automatic(instrument.name, endMs);
  return { candles: await exchange.chart.candles(instrument.name, endMs, choice), width: choice };
}

function withTrades({ candles, width }: Shown, fresh: Trade[], instrument: Instrument): Shown {
  const oldestFirst = [...fresh].reverse();
  const moved = oldestFirst.reduce(
    (known, { ticks, lots, timestampMs }) =>
      addTrade(known, fromTicks(ticks, instrument.tickSize), lots, timestampMs, widthMs(width)),
    candles,
  );
  return { candles: moved, width };
}
