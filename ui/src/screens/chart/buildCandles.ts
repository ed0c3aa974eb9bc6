import { CandlestickSeries, HistogramSeries, LineStyle, type IChartApi } from 'lightweight-charts';
import type { Instrument } from '../../services/instruments/Instrument';
import { colour } from './theme';

/** The series of a contract's chart: candles, volume under them, and the line of the last fixing. */
export function buildCandles(chart: IChartApi, instrument: Instrument) {
  const [up, down] = [colour('--up'), colour('--down')];
  const price = chart.addSeries(CandlestickSeries, {
    upColor: up,
    wickUpColor: up,
    downColor: down,
    wickDownColor: down,
    borderVisible: false,
    priceFormat: { type: 'price', precision: instrument.priceDecimals, minMove: instrument.tickSize },
  });
  price.priceScale().applyOptions({ scaleMargins: { top: 0.12, bottom: 0.24 } });
  const volume = chart.addSeries(HistogramSeries, {
    priceScaleId: 'volume',
    priceFormat: { type: 'volume' },
    lastValueVisible: false,
    priceLineVisible: false,
  });
  volume.priceScale().applyOptions({ scaleMargins: { top: 0.82, bottom: 0 } });
  const fixing = price.createPriceLine({
    price: 0,
    color: colour('--accent-fill'),
    lineWidth: 1,
    lineStyle: LineStyle.Dashed,
    lineVisible: false,
    axisLabelVisible: false,
  });
  return { price, volume, fixing };
}
