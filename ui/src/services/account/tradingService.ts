import type { Instrument } from '../instruments/Instrument';
import { fromTicks } from '../instruments/ticks';
import type { RpcClient } from '../rpc/RpcClient';
import { isWire, num, rows, type Wire } from '../wire';
import { parseOrder, type Order, type Side } from './records';

export const TIMES_IN_FORCE = ['good_til_cancelled', 'good_til_day', 'immediate_or_cancel', 'fill_or_kill'] as const;
export type TimeInForce = (typeof TIMES_IN_FORCE)[number];

export interface NewOrder {
  instrument: Instrument;
  side: Side;
  lots: number;
  /** Null for a market order. */
  priceTicks: number | null;
  timeInForce: TimeInForce;
  postOnly: boolean;
}

export interface Placed {
  order: Order | null;
  /** Lots that traded at once. */
  filledLots: number;
}

/** Entering and pulling orders. Every method rejects with the exchange's own RpcError. */
export function createTradingService(rpc: RpcClient) {
  return {
    async place(order: NewOrder): Promise<Placed> {
      const limit = order.priceTicks !== null;
      const answer = await rpc.call<Wire>(`private/${order.side}`, {
        instrument_name: order.instrument.name,
        amount: order.lots,
        type: limit ? 'limit' : 'market',
        label: 'web',
        ...(limit && {
          price: fromTicks(order.priceTicks!, order.instrument.tickSize),
          time_in_force: order.timeInForce,
          post_only: order.postOnly,
        }),
      });
      const placed = isWire(answer.order) ? parseOrder(answer.order) : null;
      const traded = rows(answer.trades).reduce((sum, trade) => sum + (num(trade.amount) ?? 0), 0);
      return { order: placed, filledLots: placed?.filledLots || traded };
    },
    cancel: (orderId: string) => rpc.call('private/cancel', { order_id: orderId }),
    cancelAll: () => rpc.call('private/cancel_all'),
  };
}

export type TradingService = ReturnType<typeof createTradingService>;
