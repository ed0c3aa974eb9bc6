import { num, str, type Wire } from '../wire';

export type Side = 'buy' | 'sell';

export interface Order {
  id: string;
  instrument: string;
  side: Side;
  type: string;
  /** Quote currency per unit; null for a market order. */
  price: number | null;
  lots: number;
  filledLots: number;
  state: string;
  timeInForce: string | null;
  postOnly: boolean;
  createdMs: number | null;
  updatedMs: number;
}

export interface Fill {
  id: string;
  instrument: string;
  side: Side;
  price: number;
  lots: number;
  fee: number | null;
  feeCurrency: string | null;
  /** True when the own order was resting, false when it took liquidity, null when not told. */
  maker: boolean | null;
  timestampMs: number;
}

export interface Position {
  instrument: string;
  /** Lots; negative is short. */
  lots: number;
  averagePrice: number | null;
  markPrice: number | null;
  settlementPrice: number | null;
  floatingPnl: number | null;
  initialMargin: number | null;
}

export interface Balance {
  currency: string;
  equity: number | null;
  balance: number | null;
  initialMargin: number | null;
  maintenanceMargin: number | null;
  available: number | null;
}

const sideOf = (raw: Wire): Side => (raw.direction === 'sell' ? 'sell' : 'buy');

const idOf = (value: unknown): string | null => str(value) ?? (typeof value === 'number' ? String(value) : null);

export function parseOrder(raw: Wire): Order | null {
  const id = idOf(raw.order_id);
  const instrument = str(raw.instrument_name);
  if (!id || !instrument) return null;
  return {
    id,
    instrument,
    side: sideOf(raw),
    type: str(raw.order_type) ?? 'limit',
    price: num(raw.price),
    lots: num(raw.amount) ?? 0,
    filledLots: num(raw.filled_amount) ?? 0,
    state: str(raw.order_state) ?? 'open',
    timeInForce: str(raw.time_in_force),
    postOnly: raw.post_only === true,
    createdMs: num(raw.creation_timestamp),
    updatedMs: num(raw.last_update_timestamp) ?? num(raw.creation_timestamp) ?? 0,
  };
}

export const isWorking = (order: Order): boolean => order.state === 'open' || order.state === 'untriggered';

export function parseFill(raw: Wire): Fill | null {
  const instrument = str(raw.instrument_name);
  const price = num(raw.price);
  const lots = num(raw.amount);
  if (!instrument || price === null || lots === null) return null;
  return {
    id: `${idOf(raw.trade_id) ?? ''}/${idOf(raw.order_id) ?? ''}`,
    instrument,
    side: sideOf(raw),
    price,
    lots,
    fee: num(raw.fee),
    feeCurrency: str(raw.fee_currency),
    maker: raw.liquidity === 'M' ? true : raw.liquidity === 'T' ? false : null,
    timestampMs: num(raw.timestamp) ?? 0,
  };
}

export function parsePosition(raw: Wire): Position | null {
  const instrument = str(raw.instrument_name);
  const size = num(raw.size);
  if (!instrument || !size) return null;
  return {
    instrument,
    lots: raw.direction === 'sell' ? -Math.abs(size) : size,
    averagePrice: num(raw.average_price),
    markPrice: num(raw.mark_price),
    settlementPrice: num(raw.settlement_price),
    floatingPnl: num(raw.floating_profit_loss),
    initialMargin: num(raw.initial_margin),
  };
}

export function parseBalance(raw: Wire): Balance | null {
  const currency = str(raw.currency);
  if (!currency) return null;
  return {
    currency,
    equity: num(raw.equity),
    balance: num(raw.balance),
    initialMargin: num(raw.initial_margin),
    maintenanceMargin: num(raw.maintenance_margin),
    available: num(raw.available_funds),
  };
}
