import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { useExchange } from '../../services/context';
import css from './desk.module.css';

/** Credits that the licences of the data and of the charts ask for. */
export function Footer() {
  const { t } = useTranslation();
  const attribution = useStore(useExchange().venue.store, (known) => known.attribution);
  return (
    <footer className={css.footer}>
      <span aria-label={t('footer.data')} role="note">
        {attribution.join(' · ')}
      </span>
      <span>
        {t('footer.charts')}{' '}
        <a href="https://www.tradingview.com/" target="_blank" rel="noreferrer">
          TradingView
        </a>
        {', '}
        <span lang="en">TradingView Lightweight Charts™ Copyright © 2025 TradingView, Inc.</span>
      </span>
    </footer>
  );
}
