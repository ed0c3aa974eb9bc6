import { AreaSeries, LineStyle, type IChartApi } from 'lightweight-charts';
import { useEffect, useRef } from 'react';
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
  const { host, chart, parts } = useChart(instrument, buildArea);
  const last = useStore(useExchange().tickers.store, (state) => state.byName[instrument.name]?.last ?? null);
  const fitted = useRef(false);

  useEffect(() => {
    if (!parts) return;
    parts.area.setData(fixings.map(({ date, price }) => ({ time: date, value: price })));
    if (!fitted.current) chart?.timeScale().fitContent();
    fitted.current = true;
  }, [parts, chart, fixings]);

  useEffect(() => {
    if (last !== null) parts?.contract.applyOptions({ price: last, lineVisible: true, axisLabelVisible: true });
  }, [parts, last]);

  return <figure ref={host} className={css.chart} aria-label={t('chart.describe', { name })} />;
}

function buildArea(chart: IChartApi, instrument: Instrument) {
  const accent = colour('--accent');
  const area = chart.addSeries(AreaSeries, {
    lineColor: accent,
    lineWidth: 2,
    topColor: withAlpha(accent, 50),
    bottomColor: withAlpha(accent, 0),
    priceFormat: { type: 'price', precision: instrument.priceDecimals, minMove: instrument.tickSize },
  });
  const contract = area.createPriceLine({
    price: 0,
    title: instrument.contract,
    color: colour('--warn'),
    lineWidth: 1,
    lineStyle: LineStyle.Dashed,
    lineVisible: false,
    axisLabelVisible: false,
  });
  return { area, contract };
}
