import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/useFormat';
import type { Instrument } from '../../services/instruments/Instrument';
import type { Trade } from '../../services/trades/tradesService';
import css from './tape.module.css';

/** One trade: the arrow tells which side was the aggressor. */
export const TapeRow = memo(function TapeRow({ trade, instrument }: { trade: Trade; instrument: Instrument }) {
  const { t } = useTranslation();
  const format = useFormat();
  const bought = trade.side === 'buy';
  return (
    <li className={css.row}>
      <span className={bought ? 'up' : 'down'}>
        <i aria-hidden="true">{bought ? '↑' : '↓'}</i>
        <span className="visually-hidden">{bought ? t('trades.bought') : t('trades.sold')} </span>
        {format.ticks(trade.ticks, instrument)}
      </span>
      <span>{format.lots(trade.lots, instrument.lotDecimals)}</span>
      <span className="muted">{format.clock(trade.timestampMs)}</span>
    </li>
  );
});
