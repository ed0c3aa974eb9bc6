import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/useFormat';
import type { Instrument } from '../../services/instruments/Instrument';
import { priceText } from '../../services/instruments/ticks';
import { pickPrice } from '../ticket/ticketStore';
import css from './book.module.css';

interface LadderRowProps {
  side: 'bid' | 'ask';
  ticks: number;
  lots: number;
  total: number;
  /** Length of the depth bar, 0..1. */
  depth: number;
  best: boolean;
  own: boolean;
  instrument: Instrument;
}

/** One price level; choosing it puts the price into the ticket. */
export const LadderRow = memo(function LadderRow(props: LadderRowProps) {
  const { side, ticks, lots, total, depth, best, own, instrument } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const price = format.ticks(ticks, instrument);
  const size = format.lots(lots, instrument.lotDecimals);
  return (
    <button
      type="button"
      className={css.row}
      data-rove
      data-own={own}
      tabIndex={best ? 0 : -1}
      title={t('book.use')}
      onClick={() => pickPrice(priceText(ticks, instrument.tickSize))}
    >
      <span className={css.bar} style={{ transform: `scaleX(${depth.toFixed(4)})` }} />
      <span className={side === 'bid' ? 'up' : 'down'}>
        <span className="visually-hidden">{side === 'bid' ? t('book.bid') : t('book.ask')} </span>
        {own && <i className={css.own} title={t('book.ownOrder')} />}
        {price}
      </span>
      <span>{size}</span>
      <span className="muted">{format.lots(total, instrument.lotDecimals)}</span>
    </button>
  );
});
