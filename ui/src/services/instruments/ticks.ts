/**
 * Prices on the page are integers of the tick size; the wire's JSON numbers are rounded to the grid on arrival, so that
 * no floating-point noise is ever compared, summed or shown.
 */

const MAX_DECIMALS = 10;

/** Digits after the point that a step of this size needs: 0.01 → 2, 0.005 → 3, 25 → 0. */
export function decimalsOf(step: number): number {
  for (let decimals = 0; decimals < MAX_DECIMALS; decimals++) {
    const scaled = step * 10 ** decimals;
    if (Math.abs(scaled - Math.round(scaled)) < 1e-9 * Math.max(1, scaled)) return decimals;
  }
  return MAX_DECIMALS;
}

export const toTicks = (price: number, tickSize: number): number => Math.round(price / tickSize);

/** The price of so many ticks, rounded to the grid's own decimals: 246 × 0.01 → 2.46. */
export const fromTicks = (ticks: number, tickSize: number): number =>
  Number((ticks * tickSize).toFixed(decimalsOf(tickSize)));

/** The price as it is typed and sent: plain digits, a point, the grid's decimals. */
export const priceText = (ticks: number, tickSize: number): string => (ticks * tickSize).toFixed(decimalsOf(tickSize));

export type ParsedSteps = { ok: true; steps: number } | { ok: false; reason: 'notANumber' | 'offGrid' };

/** What a person typed, as a number of steps; refuses what is not a number or lies between two steps. */
export function parseSteps(text: string, step: number): ParsedSteps {
  const trimmed = text.trim();
  if (!/^[-+]?\d+(\.\d*)?$|^[-+]?\.\d+$/.test(trimmed)) return { ok: false, reason: 'notANumber' };
  const exact = Number(trimmed) / step;
  const steps = Math.round(exact);
  return Math.abs(exact - steps) > 1e-6 ? { ok: false, reason: 'offGrid' } : { ok: true, steps };
}
