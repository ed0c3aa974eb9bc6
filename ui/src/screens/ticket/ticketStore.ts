import { createStore } from 'zustand/vanilla';
import type { Side } from '../../services/account/records';
import type { TimeInForce } from '../../services/account/tradingService';

/** What stands in the order ticket, as typed. */
export interface TicketState {
  side: Side;
  type: 'limit' | 'market';
  lots: string;
  price: string;
  timeInForce: TimeInForce;
  postOnly: boolean;
}

export const ticket = createStore<TicketState>(() => ({
  side: 'buy',
  type: 'limit',
  lots: '1',
  price: '',
  timeInForce: 'good_til_cancelled',
  postOnly: false,
}));

/** A price picked from the ladder or the tape goes into the ticket as a limit. */
export const pickPrice = (price: string): void => ticket.setState({ type: 'limit', price });
