import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { useFormat } from '../../format/useFormat';
import { useExchange } from '../../services/context';
import css from './notices.module.css';
import { dismiss, notices, notify } from './noticesStore';

/** The corner where messages appear; it is read out, unlike prices. */
export function Notices() {
  const { t } = useTranslation();
  const list = useStore(notices, (state) => state.list);
  useFillNotices();
  return (
    <div className={css.corner} role="status" aria-label={t('notices.title')}>
      {list.map(({ id, text, tone }) => (
        <div key={id} className={css.notice} data-tone={tone}>
          <span>{text}</span>
          <button type="button" aria-label={t('notices.dismiss')} onClick={() => dismiss(id)}>
            ×
          </button>
        </div>
      ))}
    </div>
  );
}

function useFillNotices(): void {
  const { t } = useTranslation();
  const format = useFormat();
  const { account, instruments } = useExchange();
  useEffect(
    () =>
      account.onFill(({ instrument, side, lots, price }) => {
        const contract = instruments.store.getState().byName[instrument];
        const values = {
          instrument,
          lots: format.lots(lots, contract?.lotDecimals),
          price: contract ? format.price(price, contract) : String(price),
        };
        notify(side === 'buy' ? t('notices.bought', values) : t('notices.sold', values), side);
      }),
    [account, instruments, format, t],
  );
}
