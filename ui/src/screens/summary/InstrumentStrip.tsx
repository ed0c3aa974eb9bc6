import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { useProductText } from '../../format/productText';
import { NONE } from '../../format/format';
import { useFormat } from '../../format/useFormat';
import { useExchange, useSelectedInstrument } from '../../services/context';
import { arrowOf, toneOf } from '../shared/tone';
import css from './strip.module.css';
import { useLastIndex } from './useLastIndex';

/** The chosen contract in one line: what it is, what it costs, how the day went. */
export function InstrumentStrip({ className }: { className?: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const text = useProductText();
  const instrument = useSelectedInstrument();
  const { tickers } = useExchange();
  const ticker = useStore(tickers.store, (state) => (instrument ? state.byName[instrument.name] : undefined));
  const fixing = useLastIndex(instrument);
  const place = `${css.strip} ${className ?? ''}`;
  if (!instrument) return <div className={place} />;

  const price = (value: number | null | undefined) => format.price(value ?? null, instrument);
  const change = ticker?.changePercent ?? null;
  const facts: [string, string, string?][] = [
    [t('summary.change'), format.percent(change), toneOf(change)],
    [t('summary.mark'), price(ticker?.mark)],
    [t('summary.index'), format.fixing(fixing?.price ?? ticker?.index ?? null, instrument)],
    [t('summary.settlement'), price(ticker?.settlement)],
    [t('summary.high'), price(ticker?.high)],
    [t('summary.low'), price(ticker?.low)],
    [t('summary.volume'), format.compact(ticker?.volume ?? null)],
    [t('summary.openInterest'), format.compact(ticker?.openInterest ?? null)],
    [t('summary.expiry'), format.day(instrument.expirationMs)],
  ];
  const unit = { currency: instrument.quoteCurrency, unit: text.unit(instrument.product) };
  return (
    <div className={place} data-testid="strip">
      <div className={css.name}>
        <b data-testid="instrument">{instrument.name}</b>
        <small>{t('summary.perUnit', unit)}</small>
      </div>
      <div className={`${css.last} ${toneOf(change)}`} data-testid="last">
        {price(ticker?.last ?? ticker?.mark)}
        <i aria-hidden="true">{arrowOf(change)}</i>
      </div>
      <dl className={css.facts}>
        {facts.map(([label, value, tone]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd className={value === NONE ? 'muted' : tone}>{value}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
