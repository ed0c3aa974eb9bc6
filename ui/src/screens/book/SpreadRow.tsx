import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { useFormat } from '../../format/useFormat';
import { useExchange } from '../../services/context';
import type { Instrument } from '../../services/instruments/Instrument';
import { toTicks } from '../../services/instruments/ticks';
import { arrowOf, toneOf } from '../shared/tone';
import css from './book.module.css';

interface SpreadRowProps {
  instrument: Instrument;
  spreadTicks: number | null;
}

/** Between the two sides: the last price, which way it went, and the spread. */
export function SpreadRow({ instrument, spreadTicks }: SpreadRowProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { tickers, trades } = useExchange();
  const last = useStore(tickers.store, (state) => state.byName[instrument.name]?.last ?? null);
  const direction = useStore(trades.store, ({ trades: [newest, before] }) =>
    newest && before ? Math.sign(newest.ticks - before.ticks) : 0,
  );
  return (
    <div className={css.spread}>
      <b className={direction === 0 ? undefined : toneOf(direction)}>
        {last === null ? '' : format.ticks(toTicks(last, instrument.tickSize), instrument)}
        <i aria-hidden="true">{arrowOf(direction)}</i>
      </b>
      {spreadTicks !== null && (
        <span data-testid="spread">
          {t('book.spread')} <b>{format.ticks(spreadTicks, instrument)}</b>{' '}
          <small>{t('book.ticks', { count: spreadTicks })}</small>
        </span>
      )}
    </div>
  );
}
