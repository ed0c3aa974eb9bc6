import { useEffect, useRef, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { useErrorText } from '../../format/useErrorText';
import { useExchange } from '../../services/context';
import button from '../shared/button.module.css';
import css from './dialog.module.css';

/** Asks for an API key. The browser's own dialog keeps the focus inside and closes on Escape. */
export function LoginDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const { session } = useExchange();
  const error = useStore(session.store, (state) => state.error);
  const errorText = useErrorText();
  const dialog = useRef<HTMLDialogElement>(null);
  const [clientId, setClientId] = useState('');
  const [secret, setSecret] = useState('');

  useEffect(() => dialog.current?.showModal(), []);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    await session.signIn({ clientId: clientId.trim(), secret: secret.trim() });
    if (session.store.getState().status === 'signedIn') onClose();
  };

  return (
    <dialog ref={dialog} className={css.dialog} aria-labelledby="login-title" onClose={onClose}>
      <form onSubmit={(event) => void submit(event)}>
        <h2 id="login-title">{t('session.title')}</h2>
        <label>
          {t('session.clientId')}
          <input
            name="clientId"
            autoComplete="username"
            spellCheck={false}
            autoFocus
            required
            value={clientId}
            onChange={(event) => setClientId(event.target.value)}
          />
        </label>
        <label>
          {t('session.secret')}
          <input
            name="secret"
            type="password"
            autoComplete="current-password"
            required
            value={secret}
            onChange={(event) => setSecret(event.target.value)}
          />
        </label>
        <p className="muted">{t('session.hint')}</p>
        {error && (
          <p className={css.error} role="alert">
            {t('session.refused', { message: errorText(error), code: error.code })}
          </p>
        )}
        <footer>
          <button type="button" className={button.plain} onClick={() => dialog.current?.close()}>
            {t('session.cancel')}
          </button>
          <button type="submit" className={button.primary}>
            {t('session.logIn')}
          </button>
        </footer>
      </form>
    </dialog>
  );
}
