import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { OrderMargin } from '../../services/account/marginService';
import { useExchange, useLinkState } from '../../services/context';
import type { Instrument } from '../../services/instruments/Instrument';
import { readTicket } from './readTicket';
import { ticket } from './ticketStore';

const ASK_AFTER_MS = 250;

/**
 * What the order in the ticket would need, asked a moment after the last change of the ticket or of the account's money; null
 * while it is not known.
 */
export function useOrderMargin(instrument: Instrument): OrderMargin | null {
  const { margin, session, account } = useExchange();
  const live = useLinkState() === 'live';
  const signedIn = useStore(session.store, (state) => state.status === 'signedIn');
  const balances = useStore(account.store, (state) => state.balances);
  const { side, type, lots, price } = useStore(ticket);
  const [known, setKnown] = useState<OrderMargin | null>(null);

  useEffect(() => {
    const reading = readTicket(ticket.getState(), instrument);
    if (!live || !signedIn || !reading.ok) {
      setKnown(null);
      return;
    }
    let current = true;
    const keep = (answer: OrderMargin | null) => current && setKnown(answer);
    const timer = setTimeout(() => {
      void margin.ofOrder(reading.order).then(keep, () => keep(null));
    }, ASK_AFTER_MS);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [margin, instrument, live, signedIn, balances, side, type, lots, price]);

  return known;
}
