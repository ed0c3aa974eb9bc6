import {
  CandlestickSeries,
  HistogramSeries,
  LineStyle,
  type IChartApi,
  type ISeriesApi,
  type UTCTimestamp,
} from 'lightweight-charts';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/useFormat';
import type { Candle } from '../../services/chart/chartService';
import type { Instrument } from '../../services/instruments/Instrument';
import { useLastIndex } from '../summary/useLastIndex';
import css from './chart.module.css';
import { colour, withAlpha } from './theme';
import { useChart } from './useChart';

interface Series {
  price: ISeriesApi<'Candlestick'>;
  volume: ISeriesApi<'Histogram'>;
}

/** Candles and volume of a contract, with the last fixing of its benchmark as a line. */
export default function CandleChart({ candles, instrument }: { candles: Candle[]; instrument: Instrument }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { host, chart } = useChart(instrument);
  const [series, setSeries] = useState<Series | null>(null);
  const fixing = useLastIndex(instrument);

  useEffect(() => {
    if (!chart) return;
    setSeries(addSeries(chart, instrument));
    return () => setSeries(null);
  }, [chart, instrument]);

  useEffect(() => {
    if (!series) return;
    const [up, down] = [withAlpha(colour('--up'), 70), withAlpha(colour('--down'), 70)];
    const at = (candle: Candle) => (candle.timeMs / 1000) as UTCTimestamp;
    series.price.setData(candles.map((candle) => ({ time: at(candle), ...candle })));
    series.volume.setData(
      candles.map((candle) => ({
        time: at(candle),
        value: candle.volume,
        color: candle.close < candle.open ? down : up,
      })),
    );
  }, [series, candles]);

  const price = fixing?.price;
  const title = fixing ? t('chart.lastFixing', { date: format.day(Date.parse(fixing.date)) }) : '';
  useEffect(() => {
    if (!series || price === undefined) return;
    const style = {
      color: colour('--accent'),
      lineWidth: 1,
      lineStyle: LineStyle.Dashed,
      axisLabelVisible: true,
    } as const;
    const line = series.price.createPriceLine({ price, title, ...style });
    return () => series.price.removePriceLine(line);
  }, [series, price, title]);

  return (
    <div ref={host} className={css.chart} role="img" aria-label={t('chart.describe', { name: instrument.name })} />
  );
}

function addSeries(chart: IChartApi, instrument: Instrument): Series {
  const [up, down] = [colour('--up'), colour('--down')];
  const price = chart.addSeries(CandlestickSeries, {
    upColor: up,
    wickUpColor: up,
    downColor: down,
    wickDownColor: down,
    borderVisible: false,
    priceFormat: { type: 'price', precision: instrument.priceDecimals, minMove: instrument.tickSize },
  });
  price.priceScale().applyOptions({ scaleMargins: { top: 0.08, bottom: 0.24 } });
  const volume = chart.addSeries(HistogramSeries, {
    priceScaleId: 'volume',
    priceFormat: { type: 'volume' },
    lastValueVisible: false,
    priceLineVisible: false,
  });
  volume.priceScale().applyOptions({ scaleMargins: { top: 0.82, bottom: 0 } });
  return { price, volume };
}
