import { toTicks } from '../instruments/ticks';
import { num, type Wire } from '../wire';

/** One side or both of a book: lots by price in ticks. */
export interface Book {
  changeId: number;
  bids: Map<number, number>;
  asks: Map<number, number>;
}

/** One price level as shown. */
export interface Level {
  ticks: number;
  lots: number;
  /** Lots at this price and at every better one. */
  total: number;
}

export interface BookView {
  /** Best first. */
  bids: Level[];
  asks: Level[];
  spreadTicks: number | null;
  /** Bid lots over all lots in view, 0..1; null when the view is empty. */
  bidShare: number | null;
}

/**
 * The book after one message of its channel, or null when the message does not continue the chain: then the book is
 * unknown and has to be subscribed to anew. A change is applied to the given book in place.
 */
export function applyBookMessage(before: Book | null, raw: Wire, tickSize: number): Book | null {
  const changeId = num(raw.change_id) ?? 0;
  if (raw.type === 'snapshot') {
    const book: Book = { changeId, bids: new Map(), asks: new Map() };
    applySide(book.bids, raw.bids, tickSize);
    applySide(book.asks, raw.asks, tickSize);
    return book;
  }
  if (!before || num(raw.prev_change_id) !== before.changeId) return null;
  applySide(before.bids, raw.bids, tickSize);
  applySide(before.asks, raw.asks, tickSize);
  before.changeId = changeId;
  return before;
}

function applySide(side: Map<number, number>, entries: unknown, tickSize: number): void {
  if (!Array.isArray(entries)) return;
  for (const entry of entries as [string, number, number][]) {
    const [action, price, lots] = entry;
    const ticks = toTicks(price, tickSize);
    if (action === 'delete' || lots === 0) side.delete(ticks);
    else side.set(ticks, lots);
  }
}

/** The best `depth` levels of each side with running totals. */
export function viewBook(book: Book, depth: number): BookView {
  const bids = levels(book.bids, depth, (a, b) => b - a);
  const asks = levels(book.asks, depth, (a, b) => a - b);
  const bidLots = bids.at(-1)?.total ?? 0;
  const askLots = asks.at(-1)?.total ?? 0;
  return {
    bids,
    asks,
    spreadTicks: bids[0] && asks[0] ? asks[0].ticks - bids[0].ticks : null,
    bidShare: bidLots + askLots > 0 ? bidLots / (bidLots + askLots) : null,
  };
}

function levels(side: Map<number, number>, depth: number, order: (a: number, b: number) => number): Level[] {
  let total = 0;
  return [...side.keys()]
    .sort(order)
    .slice(0, depth)
    .map((ticks) => {
      const lots = side.get(ticks) ?? 0;
      total += lots;
      return { ticks, lots, total };
    });
}
