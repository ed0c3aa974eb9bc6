/** Candle widths that the exchange offers, in the words of its API: minutes, or 1D. */
export const RESOLUTIONS = ['1', '5', '60', '1D'] as const;
export type Resolution = (typeof RESOLUTIONS)[number];

/** Five seconds: made here from the last trades, for a market that has just opened. */
export const FINEST = '5S';
export type CandleWidth = Resolution | typeof FINEST;

const WIDTH_MS: Record<CandleWidth, number> = {
  [FINEST]: 5_000,
  '1': 60_000,
  '5': 300_000,
  '60': 3_600_000,
  '1D': 86_400_000,
};

export const widthMs = (width: CandleWidth): number => WIDTH_MS[width];
