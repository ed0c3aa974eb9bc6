import type { UTCTimestamp } from 'lightweight-charts';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { Candle } from '../../services/chart/chartService';
import type { Instrument } from '../../services/instruments/Instrument';
import { useLastIndex } from '../summary/useLastIndex';
import { buildCandles } from './buildCandles';
import css from './chart.module.css';
import { Legend } from './Legend';
import { colour, withAlpha } from './theme';
import { useChart } from './useChart';
import { useHovered } from './useHovered';

const at = (candle: Candle) => (candle.timeMs / 1000) as UTCTimestamp;

/** Candles and volume of a contract, with the last fixing of its benchmark as a line. */
export default function CandleChart({ candles, instrument }: { candles: Candle[]; instrument: Instrument }) {
  const { t } = useTranslation();
  const { host, chart, parts } = useChart(instrument, buildCandles);
  const fixing = useLastIndex(instrument);
  const hovered = useHovered(chart);

  useEffect(() => {
    if (!parts) return;
    const [up, down] = [withAlpha(colour('--up'), 70), withAlpha(colour('--down'), 70)];
    parts.price.setData(candles.map((candle) => ({ time: at(candle), ...candle })));
    parts.volume.setData(
      candles.map((candle) => ({
        time: at(candle),
        value: candle.volume,
        color: candle.close < candle.open ? down : up,
      })),
    );
  }, [parts, candles]);

  const price = fixing?.price;
  useEffect(() => {
    if (price !== undefined) parts?.fixing.applyOptions({ price, lineVisible: true, axisLabelVisible: true });
  }, [parts, price]);

  const shown = candles.find((candle) => at(candle) === hovered) ?? candles.at(-1);
  return (
    <>
      <figure ref={host} className={css.chart} aria-label={t('chart.describe', { name: instrument.name })} />
      {shown && <Legend candle={shown} fixing={fixing} instrument={instrument} />}
    </>
  );
}
