/** What the fake lists: five products, months from AUG26 on, each with a forward curve. */
const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
const FIRST_MONTH = { year: 2026, month: 7 };

const PRODUCTS = [
  { code: 'H100', currency: 'USD', tick: 0.01, size: 730, spot: 2.51, slope: -0.03, months: 9 },
  { code: 'H200', currency: 'USD', tick: 0.01, size: 730, spot: 3.42, slope: -0.025, months: 7 },
  { code: 'B200', currency: 'USD', tick: 0.01, size: 730, spot: 5.69, slope: -0.055, months: 7 },
  { code: 'A100', currency: 'USD', tick: 0.01, size: 730, spot: 1.34, slope: -0.012, months: 6 },
  { code: 'DEBASE', currency: 'EUR', tick: 0.05, size: 720, spot: 82.4, slope: 1.6, months: 6 },
];

function lastDay(offset) {
  const date = new Date(Date.UTC(FIRST_MONTH.year, FIRST_MONTH.month + offset + 1, 0, 16));
  const text = `${date.getUTCDate()}${MONTHS[date.getUTCMonth()]}${String(date.getUTCFullYear()).slice(2)}`;
  return { millis: date.getTime(), text };
}

export const products = PRODUCTS;

/** Instruments in the wire form, each with the price in ticks at which its market starts. */
export const listing = PRODUCTS.flatMap((product, at) =>
  Array.from({ length: product.months }, (_, month) => {
    const expiry = lastDay(month);
    const wave = Math.sin(month * 0.9 + at) * product.spot * 0.01;
    return {
      startTicks: Math.round((product.spot + product.slope * month + wave) / product.tick),
      wire: {
        instrument_name: `${product.code}-${expiry.text}`,
        instrument_id: at * 100 + month,
        kind: 'future',
        base_currency: product.code,
        quote_currency: product.currency,
        counter_currency: product.currency,
        settlement_currency: product.currency,
        settlement_period: 'month',
        contract_size: product.size,
        tick_size: product.tick,
        min_trade_amount: 1,
        expiration_timestamp: expiry.millis,
        is_active: true,
        maker_commission: 0.0002,
        taker_commission: 0.0004,
      },
    };
  }),
);

/** Daily fixings of a product over past weekdays, oldest first. */
export function fixings(product, random, days = 120) {
  const list = [];
  let price = product.spot * 0.9;
  for (let back = days; back > 0; back--) {
    const date = new Date(Date.UTC(2026, 6, 31 - back));
    if (date.getUTCDay() % 6 === 0) continue;
    price += (product.spot - price) * 0.04 + (random.next() - 0.5) * product.spot * 0.02;
    const rounded = Number(price.toFixed(4));
    list.push({ date: date.toISOString().slice(0, 10), timestamp: date.getTime(), price: rounded, contributors: 21 });
  }
  return list;
}
