import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { useExchange } from '../../services/context';
import type { Instrument } from '../../services/instruments/Instrument';
import { Empty } from '../shared/Empty';
import { Panel } from '../shared/Panel';
import { rove } from '../shared/rove';
import { Veil } from '../shared/Veil';
import css from './instruments.module.css';
import { ProductGroup } from './ProductGroup';

/** Every listed contract, grouped by product. */
export function InstrumentList({ className }: { className?: string }) {
  const { t } = useTranslation();
  const { instruments } = useExchange();
  const { list, loaded } = useStore(instruments.store);
  const groups = useMemo(() => groupByProduct(list), [list]);
  return (
    <Panel title={t('instruments.title')} className={className}>
      <div className={css.columns} aria-hidden="true">
        <span>{t('instruments.contract')}</span>
        <span>{t('instruments.last')}</span>
        <span>{t('instruments.change')}</span>
        <span>{t('instruments.volume')}</span>
      </div>
      <div className={css.scroll} onKeyDown={rove}>
        {!loaded && <Empty>{t('instruments.loading')}</Empty>}
        {groups.map(([product, members]) => (
          <ProductGroup key={product} product={product} members={members} />
        ))}
      </div>
      <Veil />
    </Panel>
  );
}

function groupByProduct(list: Instrument[]): [string, Instrument[]][] {
  const groups = new Map<string, Instrument[]>();
  for (const instrument of list) {
    groups.set(instrument.product, [...(groups.get(instrument.product) ?? []), instrument]);
  }
  return [...groups];
}
