import { useTranslation } from 'react-i18next';
import { NOT_CONNECTED, TIMED_OUT, TOO_MANY_REQUESTS, type RpcError } from '../services/rpc/RpcError';

/** The error in words: the exchange's own, untranslated, or this page's when the exchange was not reached. */
export function useErrorText(): (error: RpcError) => string {
  const { t } = useTranslation();
  return (error) => {
    if (error.code === NOT_CONNECTED) return t('errors.notConnected');
    if (error.code === TIMED_OUT) return t('errors.timedOut');
    if (error.code === TOO_MANY_REQUESTS) return t('errors.tooMany');
    return error.message;
  };
}
