import type { NewOrder } from '../../services/account/tradingService';
import type { Instrument } from '../../services/instruments/Instrument';
import { fromTicks, parseSteps } from '../../services/instruments/ticks';
import type { TicketState } from './ticketStore';

export type TicketReading = { ok: true; order: NewOrder } | { ok: false; reason: 'badQuantity' | 'badPrice' };

/**
 * The order that the ticket describes. Checks only that it can be written down: lots on the step, price on the tick.
 * Whether it is allowed is the exchange's to say.
 */
export function readTicket(state: TicketState, instrument: Instrument): TicketReading {
  const quantity = parseSteps(state.lots, instrument.lotStep);
  if (!quantity.ok || quantity.steps < 1) return { ok: false, reason: 'badQuantity' };
  const limit = state.type === 'limit';
  const price = limit ? parseSteps(state.price, instrument.tickSize) : null;
  if (price && !price.ok) return { ok: false, reason: 'badPrice' };
  return {
    ok: true,
    order: {
      instrument,
      side: state.side,
      lots: fromTicks(quantity.steps, instrument.lotStep),
      priceTicks: price?.ok ? price.steps : null,
      timeInForce: state.timeInForce,
      postOnly: limit && state.postOnly && mayRest(state),
    },
  };
}

/** Post-only means resting or nothing, which contradicts the two times in force that never rest. */
export const mayRest = ({ timeInForce }: Pick<TicketState, 'timeInForce'>): boolean =>
  timeInForce === 'good_til_cancelled' || timeInForce === 'good_til_day';

/** Value of so many lots at a price, in the quote currency. */
export const notionalOf = (lots: number, price: number, instrument: Instrument): number =>
  lots * price * instrument.contractSize;
