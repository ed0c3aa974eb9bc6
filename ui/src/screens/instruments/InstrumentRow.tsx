import { memo } from 'react';
import { useStore } from 'zustand';
import { useFormat } from '../../format/useFormat';
import { useExchange } from '../../services/context';
import type { Instrument } from '../../services/instruments/Instrument';
import { toneOf } from '../shared/tone';
import css from './instruments.module.css';

/** One contract; choosing it turns the whole desk to it. */
export const InstrumentRow = memo(function InstrumentRow({ instrument }: { instrument: Instrument }) {
  const format = useFormat();
  const { instruments, tickers } = useExchange();
  const chosen = useStore(instruments.store, (state) => state.selected === instrument.name);
  const ticker = useStore(tickers.store, (state) => state.byName[instrument.name]);
  const change = ticker?.changePercent ?? null;
  return (
    <button
      type="button"
      className={css.row}
      aria-pressed={chosen}
      data-rove
      data-instrument={instrument.name}
      onClick={() => instruments.select(instrument.name)}
    >
      <span>
        <span className="visually-hidden">{instrument.product} </span>
        {instrument.contract}
      </span>
      <span>{format.price(ticker?.last ?? ticker?.mark ?? null, instrument)}</span>
      <span className={toneOf(change)}>{format.percent(change)}</span>
      <span className="muted">{format.compact(ticker?.volume ?? null)}</span>
    </button>
  );
});
