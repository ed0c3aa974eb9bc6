import { useTranslation } from 'react-i18next';
import { useErrorText } from '../../format/useErrorText';
import { asRpcError } from '../../services/rpc/RpcError';
import { notify } from '../notices/noticesStore';

/** Runs a request and shows the exchange's words if it refuses. */
export function useAct(): (request: Promise<unknown>) => void {
  const { t } = useTranslation();
  const errorText = useErrorText();
  return (request) => {
    request.catch((thrown: unknown) => {
      const error = asRpcError(thrown);
      notify(t('notices.failed', { message: errorText(error), code: error.code }), 'warn');
    });
  };
}
