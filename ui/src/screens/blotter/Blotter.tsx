import { useId, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { useExchange } from '../../services/context';
import { Empty } from '../shared/Empty';
import { Veil } from '../shared/Veil';
import css from './blotter.module.css';
import { CancelAll } from './CancelAll';
import { FillsTable } from './FillsTable';
import { OrdersTable } from './OrdersTable';
import { PositionsTable } from './PositionsTable';

const TABS = ['orders', 'positions', 'fills'] as const;
type Tab = (typeof TABS)[number];

/** The account's own orders, positions and trades. */
export function Blotter({ className }: { className?: string }) {
  const { t } = useTranslation();
  const id = useId();
  const [tab, setTab] = useState<Tab>('orders');
  const { account, session } = useExchange();
  const state = useStore(account.store);
  const signedIn = useStore(session.store, ({ status }) => status === 'signedIn');
  const counts = { orders: state.orders.length, positions: state.positions.length, fills: state.fills.length };

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? TABS.length - 1 : 0;
    if (by === 0) return;
    const next = TABS[(TABS.indexOf(tab) + by) % TABS.length]!;
    setTab(next);
    document.getElementById(`${id}${next}`)?.focus();
  };

  return (
    <section className={`${css.blotter} ${className ?? ''}`} aria-label={t('blotter.title')}>
      <div className={css.head}>
        <div role="tablist" aria-label={t('blotter.title')} className={css.tabs} onKeyDown={onKeyDown}>
          {TABS.map((name) => (
            <button
              key={name}
              id={id + name}
              type="button"
              role="tab"
              aria-selected={tab === name}
              aria-controls={`${id}panel`}
              tabIndex={tab === name ? 0 : -1}
              data-testid={`tab-${name}`}
              onClick={() => setTab(name)}
            >
              {t(`blotter.${name}`)}
              {signedIn && <small>{counts[name]}</small>}
            </button>
          ))}
        </div>
        {tab === 'orders' && <CancelAll count={counts.orders} />}
      </div>
      <div id={`${id}panel`} role="tabpanel" aria-labelledby={id + tab} className={css.body}>
        {!signedIn && <Empty>{t('blotter.signedOut')}</Empty>}
        {signedIn && tab === 'orders' && <OrdersTable orders={state.orders} />}
        {signedIn && tab === 'positions' && <PositionsTable positions={state.positions} />}
        {signedIn && tab === 'fills' && <FillsTable fills={state.fills} />}
      </div>
      <Veil />
    </section>
  );
}
