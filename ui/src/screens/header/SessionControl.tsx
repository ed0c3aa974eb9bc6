import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { useExchange } from '../../services/context';
import button from '../shared/button.module.css';
import css from './header.module.css';
import { LoginDialog } from './LoginDialog';

/** Who is logged in; opens the login dialog or ends the session. */
export function SessionControl() {
  const { t } = useTranslation();
  const { session } = useExchange();
  const { status, clientId } = useStore(session.store);
  const [asking, setAsking] = useState(false);

  if (status === 'signedIn' && clientId) {
    return (
      <div className={css.session}>
        <span className={css.account} data-testid="account" title={t('session.signedInAs', { clientId })}>
          {clientId}
        </span>
        <button type="button" className={button.plain} onClick={session.signOut}>
          {t('session.logOut')}
        </button>
      </div>
    );
  }
  const waiting = status === 'signingIn';
  return (
    <>
      <button
        type="button"
        className={button.primary}
        disabled={waiting}
        data-testid="log-in"
        onClick={() => setAsking(true)}
      >
        {waiting ? t('session.signingIn') : t('session.logIn')}
      </button>
      {asking && <LoginDialog onClose={() => setAsking(false)} />}
    </>
  );
}
