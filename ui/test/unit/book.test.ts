import { beforeEach, describe, expect, it, vi } from 'vitest';
import { applyBookMessage, viewBook } from '../../src/services/book/Book';
import { createBookService } from '../../src/services/book/bookService';
import { parseInstrument } from '../../src/services/instruments/Instrument';
import type { ChannelHub } from '../../src/services/rpc/ChannelHub';

const snapshot = {
  type: 'snapshot',
  change_id: 10,
  bids: [
    ['new', 2.45, 4],
    ['new', 2.46, 3],
  ],
  asks: [['new', 2.48, 5]],
};
const change = (prev: number, id: number, bids: unknown[] = [], asks: unknown[] = []) => ({
  type: 'change',
  prev_change_id: prev,
  change_id: id,
  bids,
  asks,
});
const h100 = parseInstrument({ instrument_name: 'H100-31DEC26', base_currency: 'H100', tick_size: 0.01 })!;

describe('book', () => {
  it('a snapshot is shown best first with running totals', () => {
    const view = viewBook(applyBookMessage(null, snapshot, 0.01)!, 10);
    expect(view.bids).toEqual([
      { ticks: 246, lots: 3, total: 3 },
      { ticks: 245, lots: 4, total: 7 },
    ]);
    expect(view.spreadTicks).toBe(2);
    expect(view.bidShare).toBeCloseTo(7 / 12);
  });

  it('changes add, replace and delete levels', () => {
    let book = applyBookMessage(null, snapshot, 0.01)!;
    book = applyBookMessage(book, change(10, 12, [['change', 2.46, 9]], [['new', 2.47, 1]]), 0.01)!;
    book = applyBookMessage(book, change(12, 13, [['delete', 2.45, 0]], [['delete', 2.48, 0]]), 0.01)!;
    expect([...book.bids]).toEqual([[246, 9]]);
    expect([...book.asks]).toEqual([[247, 1]]);
  });

  it('a change that does not follow the last one is not applied', () => {
    const book = applyBookMessage(null, snapshot, 0.01)!;
    expect(applyBookMessage(book, change(11, 12), 0.01)).toBeNull();
    expect(applyBookMessage(null, change(10, 11), 0.01)).toBeNull();
  });
});

describe('book service', () => {
  let deliver: (data: unknown) => void;
  const resubscribe = vi.fn(() => Promise.resolve());

  beforeEach(() => {
    resubscribe.mockClear();
    vi.stubGlobal('requestAnimationFrame', (callback: () => void) => callback());
  });

  const start = () => {
    const subscribe = (_channel: string, handler: (data: unknown) => void) => {
      deliver = handler;
      return () => {};
    };
    const service = createBookService({ subscribe, resubscribe } as unknown as ChannelHub);
    service.follow(h100);
    return service;
  };

  it('a broken chain empties the book and asks for it anew, once', () => {
    const { store } = start();
    deliver(snapshot);
    expect(store.getState()).toMatchObject({ status: 'live', gaps: 0 });
    deliver(change(99, 100));
    deliver(change(100, 101));
    expect(store.getState()).toMatchObject({ status: 'waiting', gaps: 1, view: { bids: [], asks: [] } });
    expect(resubscribe).toHaveBeenCalledExactlyOnceWith('book.H100-31DEC26.100ms');
    deliver({ ...snapshot, change_id: 101 });
    expect(store.getState().status).toBe('live');
  });

  it('nothing is left to see after the link is lost', () => {
    const service = start();
    deliver(snapshot);
    service.suspend();
    expect(service.store.getState()).toMatchObject({ status: 'waiting', view: { bids: [], asks: [] } });
  });
});
