import type { RpcClient } from '../rpc/RpcClient';
import { num, rows, str, type Wire } from '../wire';
import { fromTicks } from '../instruments/ticks';
import type { NewOrder } from './tradingService';

/** What an order that has not been sent would need, in the currency of its contract. */
export interface OrderMargin {
  currency: string;
  /** By how much the requirement would rise. */
  added: number;
  /** What would have to be held for everything. */
  requirement: number;
  /** Equity above it. */
  available: number;
  /** Whether margin would let the order in. */
  accepted: boolean;
  /** The scenario that is worst for the product, 1 to 17; null when it is not told. */
  scenario: number | null;
}

export function parseOrderMargin(answer: Wire, { instrument }: Pick<NewOrder, 'instrument'>): OrderMargin | null {
  const product = rows(answer.products).find((row) => row.product === instrument.product);
  const currency = str(product?.currency) ?? instrument.quoteCurrency;
  const money = rows(answer.currencies).find((row) => row.currency === currency);
  const [added, requirement, available] = [num(money?.added), num(money?.requirement), num(money?.available_funds)];
  if (added === null || requirement === null || available === null) return null;
  const scenario = num(product?.active_scenario);
  return { currency, added, requirement, available, accepted: money?.accepted === true, scenario };
}

/** Asks the exchange what margin would be; it changes nothing. */
export function createMarginService(rpc: RpcClient) {
  return {
    async ofOrder(order: NewOrder): Promise<OrderMargin | null> {
      const asked = {
        instrument_name: order.instrument.name,
        direction: order.side,
        amount: order.lots,
        ...(order.priceTicks !== null && { price: fromTicks(order.priceTicks, order.instrument.tickSize) }),
      };
      return parseOrderMargin(await rpc.call<Wire>('private/calx.what_if', { orders: [asked] }), order);
    },
  };
}

export type MarginService = ReturnType<typeof createMarginService>;
