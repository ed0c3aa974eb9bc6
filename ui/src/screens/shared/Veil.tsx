import { useTranslation } from 'react-i18next';
import { useLinkState } from '../../services/context';
import css from './veil.module.css';

/** Covers a panel while the link is down, so that nothing under it can be taken for live. */
export function Veil() {
  const { t } = useTranslation();
  const state = useLinkState();
  if (state === 'live') return null;
  return (
    <div className={css.veil} data-testid="veil">
      <span>{state === 'lost' ? t('link.suspended') : t('link.connecting')}</span>
    </div>
  );
}
