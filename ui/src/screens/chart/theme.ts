import { ColorType, LineStyle, type ChartOptions, type DeepPartial } from 'lightweight-charts';

/** The style sheet's colour of that name, as the chart needs it. */
export const colour = (name: string): string =>
  getComputedStyle(document.documentElement).getPropertyValue(name).trim();

/** A #rrggbb colour with an alpha of 0..255. */
export const withAlpha = (hex: string, alpha: number): string => hex + alpha.toString(16).padStart(2, '0');

/** The chart's looks in the present theme, with prices written by the given function. */
export function chartOptions(locale: string, priceFormatter: (price: number) => string): DeepPartial<ChartOptions> {
  const [text, line, strong] = [colour('--faint'), colour('--line'), colour('--line-strong')];
  return {
    autoSize: true,
    layout: {
      background: { type: ColorType.Solid, color: colour('--surface') },
      textColor: text,
      fontSize: 10.5,
      fontFamily: colour('--font'),
      attributionLogo: true,
    },
    grid: { vertLines: { color: line }, horzLines: { color: line } },
    crosshair: {
      vertLine: { color: strong, style: LineStyle.Solid, labelBackgroundColor: colour('--accent-fill') },
      horzLine: { color: strong, style: LineStyle.Solid, labelBackgroundColor: colour('--accent-fill') },
    },
    rightPriceScale: { borderColor: line },
    timeScale: {
      borderColor: line,
      timeVisible: true,
      secondsVisible: true,
      rightOffset: 3,
      barSpacing: 7,
      maxBarSpacing: 24,
    },
    localization: { locale, priceFormatter },
  };
}
