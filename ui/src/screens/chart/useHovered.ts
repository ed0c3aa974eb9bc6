import type { IChartApi, MouseEventParams, Time } from 'lightweight-charts';
import { useEffect, useState } from 'react';

/** The time under the crosshair, or null when it is elsewhere. */
export function useHovered(chart: IChartApi | null): Time | null {
  const [time, setTime] = useState<Time | null>(null);
  useEffect(() => {
    chart?.subscribeCrosshairMove((event: MouseEventParams) => setTime(event.time ?? null));
  }, [chart]);
  return time;
}
