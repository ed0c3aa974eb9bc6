import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { useFormat } from '../../format/useFormat';
import { useExchange, useSelectedInstrument } from '../../services/context';

/** Shows the last price in the browser's tab, and nothing there while the page is not live. */
export function useTitle(): void {
  const { t } = useTranslation();
  const format = useFormat();
  const instrument = useSelectedInstrument();
  const last = useStore(useExchange().tickers.store, (state) =>
    instrument ? (state.byName[instrument.name]?.last ?? null) : null,
  );
  useEffect(() => {
    document.title =
      instrument && last !== null
        ? t('app.title', { instrument: instrument.name, price: format.price(last, instrument) })
        : t('app.name');
  }, [instrument, last, format, t]);
}
