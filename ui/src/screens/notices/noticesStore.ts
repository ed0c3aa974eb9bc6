import { createStore } from 'zustand/vanilla';

export interface Notice {
  id: number;
  text: string;
  tone: 'buy' | 'sell' | 'warn';
}

const KEPT = 4;
const SHOWN_MS = 7_000;
let lastId = 0;

/** Messages that come and go: fills, refusals, the loss and return of the connection. */
export const notices = createStore<{ list: Notice[] }>(() => ({ list: [] }));

export function notify(text: string, tone: Notice['tone']): void {
  const notice = { id: ++lastId, text, tone };
  notices.setState(({ list }) => ({ list: [...list, notice].slice(-KEPT) }));
  setTimeout(() => dismiss(notice.id), SHOWN_MS);
}

export function dismiss(id: number): void {
  notices.setState(({ list }) => ({ list: list.filter((notice) => notice.id !== id) }));
}
