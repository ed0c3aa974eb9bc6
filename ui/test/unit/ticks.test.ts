import { describe, expect, it } from 'vitest';
import { decimalsOf, fromTicks, parseSteps, priceText, toTicks } from '../../src/services/instruments/ticks';

describe('ticks', () => {
  it('a step tells how many decimals it needs', () => {
    expect([0.01, 0.005, 1, 25, 0.00025, 1e-7].map(decimalsOf)).toEqual([2, 3, 0, 0, 5, 7]);
  });

  it('every price of a grid survives the way to ticks and back without noise', () => {
    for (let ticks = -500; ticks < 5_000; ticks++) {
      expect(toTicks(fromTicks(ticks, 0.01), 0.01)).toBe(ticks);
      expect(String(fromTicks(ticks, 0.01)).length).toBeLessThanOrEqual(6);
    }
  });

  it('a price is written with the decimals of its grid', () => {
    expect(priceText(250, 0.01)).toBe('2.50');
    expect(priceText(29, 0.005)).toBe('0.145');
    expect(priceText(-7, 0.05)).toBe('-0.35');
  });

  it('typed text becomes steps', () => {
    expect(parseSteps(' 2.46 ', 0.01)).toEqual({ ok: true, steps: 246 });
    expect(parseSteps('-12.5', 0.05)).toEqual({ ok: true, steps: -250 });
    expect(parseSteps('.5', 0.1)).toEqual({ ok: true, steps: 5 });
  });

  it('text between two steps and text that is no number are refused apart', () => {
    expect(parseSteps('2.465', 0.01)).toEqual({ ok: false, reason: 'offGrid' });
    for (const text of ['', '2,46', 'abc', '1e3', '--1', '2.4.6']) {
      expect(parseSteps(text, 0.01)).toEqual({ ok: false, reason: 'notANumber' });
    }
  });
});
