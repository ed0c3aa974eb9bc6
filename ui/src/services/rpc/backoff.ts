const FIRST_MS = 400;
const LONGEST_MS = 8_000;

/**
 * How long to wait before the next connection attempt: doubling from 0.4 s to 8 s, spread by up to a quarter either
 * way so that many pages do not return to a restarted gateway at one instant.
 *
 * @param attempt number of attempts that have failed so far, from 1
 * @param random a number in [0, 1)
 */
export function backoffMs(attempt: number, random: number): number {
  const base = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(10, attempt - 1));
  return Math.round(base * (0.75 + random / 2));
}
