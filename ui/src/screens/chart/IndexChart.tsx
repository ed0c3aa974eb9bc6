import { AreaSeries, LineStyle, type ISeriesApi } from 'lightweight-charts';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { useExchange } from '../../services/context';
import type { Fixing } from '../../services/index/indexService';
import type { Instrument } from '../../services/instruments/Instrument';
import css from './chart.module.css';
import { colour, withAlpha } from './theme';
import { useChart } from './useChart';

interface IndexChartProps {
  name: string;
  fixings: Fixing[];
  instrument: Instrument;
}

/** Daily fixings of a benchmark, with the contract's last price as a line to compare. */
export default function IndexChart({ name, fixings, instrument }: IndexChartProps) {
  const { t } = useTranslation();
  const { host, chart } = useChart(instrument);
  const [series, setSeries] = useState<ISeriesApi<'Area'> | null>(null);
  const last = useStore(useExchange().tickers.store, (state) => state.byName[instrument.name]?.last ?? null);

  useEffect(() => {
    if (!chart) return;
    const accent = colour('--accent');
    const area = chart.addSeries(AreaSeries, {
      lineColor: accent,
      lineWidth: 2,
      topColor: withAlpha(accent, 50),
      bottomColor: withAlpha(accent, 0),
      priceFormat: { type: 'price', precision: instrument.priceDecimals, minMove: instrument.tickSize },
    });
    setSeries(area);
    return () => setSeries(null);
  }, [chart, instrument]);

  useEffect(() => {
    if (!series || !chart) return;
    series.setData(fixings.map(({ date, price }) => ({ time: date, value: price })));
    chart.timeScale().fitContent();
  }, [series, chart, fixings]);

  useEffect(() => {
    if (!series || last === null) return;
    const style = {
      color: colour('--warn'),
      lineWidth: 1,
      lineStyle: LineStyle.Dashed,
      axisLabelVisible: true,
    } as const;
    const line = series.createPriceLine({ price: last, title: instrument.contract, ...style });
    return () => series.removePriceLine(line);
  }, [series, last, instrument]);

  return <div ref={host} className={css.chart} role="img" aria-label={t('chart.describe', { name })} />;
}
