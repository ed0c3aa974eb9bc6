import { createChart, type IChartApi } from 'lightweight-charts';
import { useEffect, useRef, useState, type RefObject } from 'react';
import { useFormat } from '../../format/useFormat';
import { useSettings } from '../../services/context';
import type { Instrument } from '../../services/instruments/Instrument';
import { chartOptions } from './theme';

/**
 * A chart in an element, with what `build` puts into it. It is made once and lives as long as the component: contract,
 * theme and language are fixed for it, and who changes them mounts another.
 */
export function useChart<Parts>(
  instrument: Instrument,
  build: (chart: IChartApi, instrument: Instrument) => Parts,
): { host: RefObject<HTMLElement | null>; chart: IChartApi | null; parts: Parts | null } {
  const host = useRef<HTMLElement>(null);
  const [made, setMade] = useState<{ chart: IChartApi; parts: Parts } | null>(null);
  const format = useFormat();
  const { language } = useSettings();

  useEffect(() => {
    if (!host.current) return;
    const locale = language === 'zh' ? 'zh-CN' : 'en-GB';
    const chart = createChart(
      host.current,
      chartOptions(locale, (price) => format.price(price, instrument)),
    );
    setMade({ chart, parts: build(chart, instrument) });
    return () => chart.remove();
  }, []);

  return { host, chart: made?.chart ?? null, parts: made?.parts ?? null };
}
