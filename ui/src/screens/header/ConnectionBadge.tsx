import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { useExchange } from '../../services/context';
import css from './header.module.css';

/** Whether the page is live, and how far away the exchange is. */
export function ConnectionBadge() {
  const { t } = useTranslation();
  const { state, latencyMs } = useStore(useExchange().link);
  return (
    <span className={css.badge} data-state={state} data-testid="connection" title={t('link.label')}>
      <i aria-hidden="true" />
      {t(`link.${state}`)}
      {latencyMs !== null && <small>{t('link.latency', { millis: latencyMs })}</small>}
    </span>
  );
}
