import { describe, expect, it } from 'vitest';
import { parseOrderMargin } from '../../src/services/account/marginService';
import { parseInstrument } from '../../src/services/instruments/Instrument';

const instrument = parseInstrument({
  instrument_name: 'H100-31DEC26',
  base_currency: 'H100',
  tick_size: 0.01,
  contract_size: 730,
  quote_currency: 'USD',
})!;

const answer = {
  as_of_event: 7,
  currencies: [
    { currency: 'EUR', added: 0, requirement: 5, available_funds: 6, accepted: true },
    { currency: 'USD', added: 220.5, requirement: 441, available_funds: -41, accepted: false },
  ],
  products: [
    { product: 'DEBASE', currency: 'EUR', active_scenario: 1 },
    { product: 'H100', currency: 'USD', active_scenario: 13 },
  ],
};

describe('the margin of an order', () => {
  it("is told in the currency of the order's product", () => {
    expect(parseOrderMargin(answer, { instrument })).toEqual({
      currency: 'USD',
      added: 220.5,
      requirement: 441,
      available: -41,
      accepted: false,
      scenario: 13,
    });
  });

  it('is unknown when the exchange does not tell it', () => {
    expect(parseOrderMargin({}, { instrument })).toBeNull();
  });
});
