import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { useFormat } from '../../format/useFormat';
import type { Balance } from '../../services/account/records';
import { useExchange } from '../../services/context';
import { Empty } from '../shared/Empty';
import { Panel } from '../shared/Panel';
import { Veil } from '../shared/Veil';
import css from './balance.module.css';

/** What the account is worth, what is held as margin and what is free, per currency. */
export function BalancePanel({ className }: { className?: string }) {
  const { t } = useTranslation();
  const { account, session } = useExchange();
  const balances = useStore(account.store, (state) => state.balances);
  const signedIn = useStore(session.store, (state) => state.status === 'signedIn');
  return (
    <Panel title={t('balance.title')} className={className}>
      <div className={css.list} data-testid="balances">
        {balances.map((balance) => (
          <BalanceCard key={balance.currency} balance={balance} />
        ))}
        {balances.length === 0 && <Empty>{signedIn ? t('balance.empty') : t('balance.signedOut')}</Empty>}
      </div>
      <Veil />
    </Panel>
  );
}

function BalanceCard({ balance }: { balance: Balance }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { currency, equity, initialMargin, available } = balance;
  const used = equity && initialMargin !== null ? Math.min(1, Math.max(0, initialMargin / equity)) : 0;
  return (
    <div className={css.card}>
      <div className={css.equity}>
        <span>
          {currency} <small>{t('balance.equity')}</small>
        </span>
        <b>{format.money(equity)}</b>
      </div>
      <div className={css.meter} role="img" aria-label={t('balance.used', { percent: format.share(used) })}>
        <i style={{ width: `${used * 100}%` }} />
      </div>
      <dl>
        <dt>{t('balance.initialMargin')}</dt>
        <dd>{format.money(initialMargin)}</dd>
        <dt>{t('balance.available')}</dt>
        <dd className={css.available}>{format.money(available)}</dd>
      </dl>
    </div>
  );
}
