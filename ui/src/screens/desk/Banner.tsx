import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { useFormat } from '../../format/useFormat';
import { useExchange } from '../../services/context';
import css from './desk.module.css';

/** One line under the header: the loss of the connection, else what the venue has to say. */
export function Banner() {
  const { t } = useTranslation();
  const format = useFormat();
  const { link, venue } = useExchange();
  const { state, sinceMs } = useStore(link);
  const notice = useStore(venue.store, (known) => known.notice);
  return (
    <>
      <div role="alert" className={state === 'lost' ? undefined : 'visually-hidden'}>
        {state === 'lost' && (
          <p className={css.alarm} data-testid="alarm">
            {t('link.suspendedSince', { time: format.clock(sinceMs) })}
          </p>
        )}
      </div>
      {state === 'live' && notice && (
        <aside className={css.notice} aria-label={t('venue.notice')}>
          {notice}
        </aside>
      )}
    </>
  );
}
