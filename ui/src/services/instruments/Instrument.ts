import { num, str, type Wire } from '../wire';
import { decimalsOf } from './ticks';

/** One listed contract, as the page needs it. Prices are integers of `tickSize`, quantities are lots. */
export interface Instrument {
  name: string;
  /** The commodity, for example H100 or DEBASE: what the list is grouped by. */
  product: string;
  /** The part of the name that tells the contract within its product, for example 31DEC26. */
  contract: string;
  quoteCurrency: string;
  settlementCurrency: string;
  /** Units (GPU-hours, MWh) in one lot. */
  contractSize: number;
  /** Smallest price step, in quote currency per unit. */
  tickSize: number;
  priceDecimals: number;
  /** Smallest quantity step, in lots. */
  lotStep: number;
  lotDecimals: number;
  expirationMs: number | null;
  /** Name of the index the contract settles to, where the exchange tells. */
  indexName: string | null;
}

/** The contract from its wire form, or null when it lacks what trading it needs. */
export function parseInstrument(raw: Wire): Instrument | null {
  const name = str(raw.instrument_name);
  const tickSize = num(raw.tick_size);
  if (!name || !tickSize || tickSize <= 0 || raw.is_active === false) return null;
  const product = str(raw.base_currency) ?? name.split('-')[0] ?? name;
  const lotStep = num(raw.min_trade_amount) ?? 1;
  const quoteCurrency = str(raw.quote_currency) ?? str(raw.counter_currency) ?? '';
  return {
    name,
    product,
    contract: name.slice(name.indexOf('-') + 1),
    quoteCurrency,
    settlementCurrency: str(raw.settlement_currency) ?? quoteCurrency,
    contractSize: num(raw.contract_size) ?? 1,
    tickSize,
    priceDecimals: decimalsOf(tickSize),
    lotStep,
    lotDecimals: decimalsOf(lotStep),
    expirationMs: num(raw.expiration_timestamp),
    indexName: str(raw.price_index),
  };
}

const PRODUCT_ORDER = ['H100', 'H200', 'B200', 'A100', 'DEBASE', 'DEPEAK'];

const rank = (product: string) => {
  const at = PRODUCT_ORDER.indexOf(product);
  return at < 0 ? PRODUCT_ORDER.length : at;
};

/** Known products first in a fixed order, then by name; within a product by expiry. */
export function compareInstruments(a: Instrument, b: Instrument): number {
  return (
    rank(a.product) - rank(b.product) ||
    a.product.localeCompare(b.product) ||
    (a.expirationMs ?? 0) - (b.expirationMs ?? 0) ||
    a.name.localeCompare(b.name)
  );
}
