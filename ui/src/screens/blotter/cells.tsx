import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { useFormat } from '../../format/useFormat';
import type { Side } from '../../services/account/records';
import { useExchange } from '../../services/context';
import table from '../shared/table.module.css';
import css from './cells.module.css';

/** A contract's name; choosing it turns the desk to it. */
export function NameCell({ name }: { name: string }) {
  const { instruments } = useExchange();
  return (
    <button type="button" className={`${table.name} ${css.link}`} onClick={() => instruments.select(name)}>
      {name}
    </button>
  );
}

export function SideCell({ side }: { side: Side }) {
  const { t } = useTranslation();
  return <span className={side === 'buy' ? 'up' : 'down'}>{side === 'buy' ? t('ticket.buy') : t('ticket.sell')}</span>;
}

/** A price with the decimals of its contract. */
export function PriceCell({ name, price }: { name: string; price: number | null }) {
  const format = useFormat();
  const decimals = useStore(useExchange().instruments.store, (state) => state.byName[name]?.priceDecimals);
  return <>{format.decimal(price, decimals ?? 2)}</>;
}
