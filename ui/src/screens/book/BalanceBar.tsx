import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/useFormat';
import css from './book.module.css';

/** How the lots in view divide between buyers and sellers. */
export function BalanceBar({ share }: { share: number | null }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (share === null) return null;
  return (
    <div className={css.balance}>
      <span className="up">{t('book.bidShare', { share: format.share(share) })}</span>
      <span className={css.track} aria-hidden="true">
        <i style={{ width: `${share * 100}%` }} />
      </span>
      <span className="down">{t('book.askShare', { share: format.share(1 - share) })}</span>
    </div>
  );
}
