import { describe, expect, it } from 'vitest';
import { createFormat, NONE } from '../../src/format/format';
import { en } from '../../src/i18n/en';
import { zh } from '../../src/i18n/zh';
import { readTicket, notionalOf } from '../../src/screens/ticket/readTicket';
import type { TicketState } from '../../src/screens/ticket/ticketStore';
import { parseInstrument } from '../../src/services/instruments/Instrument';

type Tree = { readonly [key: string]: string | Tree };

const placeholders = (tree: Tree, path = ''): [string, string][] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [[path + key, [...value.matchAll(/{{\w+}}/g)].map(String).sort().join()] as [string, string]]
      : placeholders(value, `${path}${key}.`),
  );

describe('translations', () => {
  it('fill in the same values in both languages', () => {
    expect(placeholders(zh as unknown as Tree)).toEqual(placeholders(en));
  });

  it('leave no text empty', () => {
    expect(JSON.stringify([en, zh])).not.toContain('""');
  });
});

const h100 = parseInstrument({
  instrument_name: 'H100-31DEC26',
  tick_size: 0.01,
  contract_size: 730,
  quote_currency: 'USD',
})!;

describe('figures', () => {
  const [english, chinese] = [createFormat('en'), createFormat('zh')];

  it('show the decimals of the tick and no noise', () => {
    expect(english.ticks(246, h100)).toBe('2.46');
    expect(english.price(0.1 + 0.2, h100)).toBe('0.30');
    expect(english.money(notionalOf(3, 2.46, h100))).toBe('5,387.40');
  });

  it('show a dash for what is not known', () => {
    expect([english.price(null, h100), english.percent(null), english.clock(null)]).toEqual([NONE, NONE, NONE]);
  });

  it('carry a sign where a change is meant', () => {
    expect([english.percent(1.2), english.percent(-1.2), english.percent(0)]).toEqual(['+1.20%', '-1.20%', '0.00%']);
  });

  it('follow the language', () => {
    const date = Date.UTC(2026, 6, 31, 23, 5, 9);
    expect([english.day(date), chinese.day(date)]).toEqual(['Jul 31, 2026', '2026年7月31日']);
    expect([english.compact(18_800), chinese.compact(18_800)]).toEqual(['18.8K', '1.9万']);
    expect(english.clock(date)).toBe('23:05:09');
  });
});

describe('order ticket', () => {
  const state: TicketState = {
    side: 'sell',
    type: 'limit',
    lots: '5',
    price: '2.46',
    timeInForce: 'good_til_cancelled',
    postOnly: true,
  };

  it('reads lots and ticks', () => {
    const reading = readTicket(state, h100);
    expect(reading).toMatchObject({ ok: true, order: { side: 'sell', lots: 5, priceTicks: 246, postOnly: true } });
  });

  it('has no price at market', () => {
    expect(readTicket({ ...state, type: 'market', price: 'x' }, h100)).toMatchObject({
      order: { priceTicks: null, postOnly: false },
    });
  });

  it('drops post-only where the order never rests', () => {
    expect(readTicket({ ...state, timeInForce: 'fill_or_kill' }, h100)).toMatchObject({ order: { postOnly: false } });
  });

  it('says what cannot be read', () => {
    expect(readTicket({ ...state, lots: '1.5' }, h100)).toEqual({ ok: false, reason: 'badQuantity' });
    expect(readTicket({ ...state, lots: '0' }, h100)).toEqual({ ok: false, reason: 'badQuantity' });
    expect(readTicket({ ...state, price: '2.465' }, h100)).toEqual({ ok: false, reason: 'badPrice' });
  });
});
