import { useTranslation } from 'react-i18next';
import { ConnectionBadge } from './ConnectionBadge';
import css from './header.module.css';
import { Logo } from './Logo';
import { Preferences } from './Preferences';
import { SessionControl } from './SessionControl';
import { VenueClock } from './VenueClock';

export function Header() {
  const { t } = useTranslation();
  return (
    <header className={css.header}>
      <h1 className={css.brand}>
        <Logo />
        {t('app.name')}
        <small>{t('app.tagline')}</small>
      </h1>
      <ConnectionBadge />
      <VenueClock />
      <Preferences />
      <SessionControl />
    </header>
  );
}
