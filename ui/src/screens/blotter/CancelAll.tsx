import { useTranslation } from 'react-i18next';
import { useExchange } from '../../services/context';
import button from '../shared/button.module.css';
import { useAct } from './useAct';

export function CancelAll({ count }: { count: number }) {
  const { t } = useTranslation();
  const act = useAct();
  const { trading } = useExchange();
  return (
    <button
      type="button"
      className={`${button.plain} ${button.small}`}
      disabled={count === 0}
      data-testid="cancel-all"
      onClick={() => act(trading.cancelAll())}
    >
      {t('blotter.cancelAll')}
    </button>
  );
}
