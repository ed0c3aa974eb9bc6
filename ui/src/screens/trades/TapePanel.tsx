import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { useExchange, useSelectedInstrument } from '../../services/context';
import { Empty } from '../shared/Empty';
import { Panel } from '../shared/Panel';
import { Veil } from '../shared/Veil';
import css from './tape.module.css';
import { TapeRow } from './TapeRow';

const SHOWN = 60;

/** The last trades of the contract, newest first. */
export function TapePanel({ className }: { className?: string }) {
  const { t } = useTranslation();
  const instrument = useSelectedInstrument();
  const trades = useStore(useExchange().trades.store, (state) => state.trades);
  return (
    <Panel title={t('trades.title')} className={className}>
      <div className={css.columns} aria-hidden="true">
        <span>{t('trades.price')}</span>
        <span>{t('trades.size')}</span>
        <span>{t('trades.time')}</span>
      </div>
      <div className={css.scroll} tabIndex={0} role="group" aria-label={t('trades.title')} data-testid="tape">
        {instrument && trades.length > 0 ? (
          <ul>
            {trades.slice(0, SHOWN).map((trade) => (
              <TapeRow key={trade.id} trade={trade} instrument={instrument} />
            ))}
          </ul>
        ) : (
          <Empty>{t('trades.empty')}</Empty>
        )}
      </div>
      <Veil />
    </Panel>
  );
}
