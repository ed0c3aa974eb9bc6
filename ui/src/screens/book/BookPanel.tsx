import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { useExchange, useSelectedInstrument } from '../../services/context';
import { Empty } from '../shared/Empty';
import { Panel } from '../shared/Panel';
import { rove } from '../shared/rove';
import { useHeight } from '../shared/useSize';
import { Veil } from '../shared/Veil';
import { BalanceBar } from './BalanceBar';
import css from './book.module.css';
import { LadderSide } from './LadderSide';
import { SpreadRow } from './SpreadRow';
import { useOwnPrices } from './useOwnPrices';

const ROW_PX = 20;
const SPREAD_PX = 30;

/** The live ladder: asks above, bids below, as many levels as fit. */
export function BookPanel({ className }: { className?: string }) {
  const { t } = useTranslation();
  const instrument = useSelectedInstrument();
  const { book } = useExchange();
  const { view, status, gaps } = useStore(book.store);
  const own = useOwnPrices(instrument);
  const ladder = useRef<HTMLDivElement>(null);
  const depth = Math.max(3, Math.floor((useHeight(ladder) - SPREAD_PX) / ROW_PX / 2));
  const bids = view.bids.slice(0, depth);
  const asks = view.asks.slice(0, depth);
  const deepest = Math.max(bids.at(-1)?.total ?? 0, asks.at(-1)?.total ?? 0, 1);

  return (
    <Panel id="book" title={t('book.title')} className={className} actions={<BalanceBar share={view.bidShare} />}>
      <div className={css.columns} aria-hidden="true">
        <span>{t('book.price')}</span>
        <span>{t('book.size')}</span>
        <span>{t('book.total')}</span>
      </div>
      <div
        ref={ladder}
        className={css.ladder}
        onKeyDown={rove}
        data-testid="book"
        data-status={status}
        data-gaps={gaps}
      >
        {instrument && status === 'live' ? (
          <>
            <LadderSide side="ask" levels={asks} deepest={deepest} instrument={instrument} own={own} />
            <SpreadRow instrument={instrument} spreadTicks={view.spreadTicks} />
            <LadderSide side="bid" levels={bids} deepest={deepest} instrument={instrument} own={own} />
          </>
        ) : (
          <Empty>{t('link.resync')}</Empty>
        )}
      </div>
      <Veil />
    </Panel>
  );
}
