import { createStore } from 'zustand/vanilla';
import { oncePerFrame } from '../frame';
import type { Instrument } from '../instruments/Instrument';
import type { ChannelHub } from '../rpc/ChannelHub';
import { isWire } from '../wire';
import { applyBookMessage, viewBook, type Book, type BookView } from './Book';

export interface BookState {
  instrument: string | null;
  /** `waiting` until the first snapshot, and again after a gap in the chain of changes. */
  status: 'waiting' | 'live';
  view: BookView;
  /** Snapshots asked for again because the chain broke, since the page was opened. */
  gaps: number;
}

const EMPTY_VIEW: BookView = { bids: [], asks: [], spreadTicks: null, bidShare: null };
export const DEPTH = 40;

/** The live book of the chosen contract. */
export function createBookService(hub: ChannelHub) {
  const store = createStore<BookState>(() => ({ instrument: null, status: 'waiting', view: EMPTY_VIEW, gaps: 0 }));
  let book: Book | null = null;
  let resyncing = false;
  let stop = () => {};

  const commit = oncePerFrame(() => {
    if (book) store.setState({ status: 'live', view: viewBook(book, DEPTH) });
  });

  const forget = () => {
    book = null;
    store.setState({ status: 'waiting', view: EMPTY_VIEW });
  };

  const receive = (channel: string, instrument: Instrument, data: unknown) => {
    if (!isWire(data)) return;
    if (resyncing && data.type !== 'snapshot') return;
    const next = applyBookMessage(book, data, instrument.tickSize);
    if (next) {
      book = next;
      resyncing = false;
      commit();
      return;
    }
    resyncing = true;
    store.setState({ gaps: store.getState().gaps + 1 });
    forget();
    void hub.resubscribe(channel);
  };

  return {
    store,
    follow(instrument: Instrument | null): void {
      stop();
      resyncing = false;
      forget();
      store.setState({ instrument: instrument?.name ?? null });
      if (!instrument) return;
      const channel = `book.${instrument.name}.100ms`;
      stop = hub.subscribe(channel, (data) => receive(channel, instrument, data));
    },
    suspend(): void {
      resyncing = false;
      forget();
    },
  };
}

export type BookService = ReturnType<typeof createBookService>;
