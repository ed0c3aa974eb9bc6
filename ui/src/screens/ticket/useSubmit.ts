import { useCallback, useState } from 'react';
import type { NewOrder, Placed } from '../../services/account/tradingService';
import { useExchange } from '../../services/context';
import type { Instrument } from '../../services/instruments/Instrument';
import { asRpcError, type RpcError } from '../../services/rpc/RpcError';
import { readTicket } from './readTicket';
import { ticket } from './ticketStore';

export type TicketOutcome =
  | { kind: 'unreadable'; reason: 'badQuantity' | 'badPrice' }
  | { kind: 'refused'; error: RpcError }
  | { kind: 'placed'; sent: NewOrder; placed: Placed };

/** Sends the ticket once per press, and keeps what became of it. */
export function useSubmit(instrument: Instrument | null) {
  const { trading } = useExchange();
  const [sending, setSending] = useState(false);
  const [outcome, setOutcome] = useState<TicketOutcome | null>(null);
  const clear = useCallback(() => setOutcome(null), []);

  const submit = async () => {
    if (!instrument || sending) return;
    const reading = readTicket(ticket.getState(), instrument);
    if (!reading.ok) {
      setOutcome({ kind: 'unreadable', reason: reading.reason });
      return;
    }
    setSending(true);
    try {
      setOutcome({ kind: 'placed', sent: reading.order, placed: await trading.place(reading.order) });
    } catch (thrown) {
      setOutcome({ kind: 'refused', error: asRpcError(thrown) });
    } finally {
      setSending(false);
    }
  };

  return { submit, sending, outcome, clear };
}
