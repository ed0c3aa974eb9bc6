import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/useFormat';
import type { Candle } from '../../services/chart/chartService';
import type { Fixing } from '../../services/index/indexService';
import type { Instrument } from '../../services/instruments/Instrument';
import { toneOf } from '../shared/tone';
import css from './chart.module.css';

interface LegendProps {
  /** The candle under the crosshair, else the last one. */
  candle: Candle;
  fixing: Fixing | null;
  instrument: Instrument;
}

/** The figures of one candle and the last fixing, over the chart's corner. */
export function Legend({ candle, fixing, instrument }: LegendProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const keys = ['open', 'high', 'low', 'close'] as const;
  return (
    <dl className={css.legend} aria-hidden="true">
      {keys.map((key) => (
        <div key={key}>
          <dt>{t(`chart.${key}`)}</dt>
          <dd className={toneOf(candle.close - candle.open)}>{format.price(candle[key], instrument)}</dd>
        </div>
      ))}
      {fixing && (
        <div>
          <dt>{t('chart.lastFixing', { date: format.day(Date.parse(fixing.date)) })}</dt>
          <dd className={css.accent}>{format.fixing(fixing.price, instrument)}</dd>
        </div>
      )}
    </dl>
  );
}
