import { useEffect } from 'react';
import { useStore } from 'zustand';
import { useExchange } from '../../services/context';
import type { Instrument } from '../../services/instruments/Instrument';
import { priceText } from '../../services/instruments/ticks';
import { ticket } from './ticketStore';

/** Starts the ticket of a newly chosen contract at the best bid or ask; never moves a price that stands there. */
export function useSuggestedPrice(instrument: Instrument | null): void {
  const { book } = useExchange();
  const best = useStore(book.store, ({ view }) => view.bids[0]?.ticks ?? view.asks[0]?.ticks ?? null);
  const name = instrument?.name;
  useEffect(() => ticket.setState({ price: '' }), [name]);
  useEffect(() => {
    if (instrument && best !== null && ticket.getState().price === '') {
      ticket.setState({ price: priceText(best, instrument.tickSize) });
    }
    // Only the arrival of the first price matters, not its later moves.
  }, [name, best === null]);
}
