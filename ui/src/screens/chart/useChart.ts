import { createChart, type IChartApi } from 'lightweight-charts';
import { useEffect, useRef, useState, type RefObject } from 'react';
import { useFormat } from '../../format/useFormat';
import { useSettings } from '../../services/context';
import type { Instrument } from '../../services/instruments/Instrument';
import { chartOptions } from './theme';

/** A chart in the given element, made anew when the contract or the look of the page changes. */
export function useChart(instrument: Instrument): { host: RefObject<HTMLDivElement | null>; chart: IChartApi | null } {
  const host = useRef<HTMLDivElement>(null);
  const [chart, setChart] = useState<IChartApi | null>(null);
  const format = useFormat();
  const { theme, colours, language } = useSettings();

  useEffect(() => {
    if (!host.current) return;
    const locale = language === 'zh' ? 'zh-CN' : 'en-GB';
    const made = createChart(
      host.current,
      chartOptions(locale, (price) => format.price(price, instrument)),
    );
    setChart(made);
    return () => {
      setChart(null);
      made.remove();
    };
  }, [instrument, format, theme, colours, language]);

  return { host, chart };
}
