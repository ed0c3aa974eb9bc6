/** Candle widths offered, in the words of the API: minutes, or 1D. */
export const RESOLUTIONS = ['1', '5', '60', '1D'] as const;
export type Resolution = (typeof RESOLUTIONS)[number];

const WIDTH_MS: Record<Resolution, number> = { '1': 60_000, '5': 300_000, '60': 3_600_000, '1D': 86_400_000 };

export const widthMs = (resolution: Resolution): number => WIDTH_MS[resolution];

const WANTED_CANDLES = 40;

/**
 * The widest candle that still gives a full chart over the span of the trades known. A venue's day may last a day or
 * ten seconds, so no width is right for all.
 */
export function chooseResolution(spanMs: number): Resolution {
  const wide = [...RESOLUTIONS].reverse();
  return wide.find((resolution) => spanMs / WIDTH_MS[resolution] >= WANTED_CANDLES) ?? '1';
}
