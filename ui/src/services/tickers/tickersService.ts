import { createStore } from 'zustand/vanilla';
import { oncePerFrame } from '../frame';
import type { InstrumentsService } from '../instruments/instrumentsService';
import type { ChannelHub } from '../rpc/ChannelHub';
import type { RpcClient } from '../rpc/RpcClient';
import { isWire, num, rows, str } from '../wire';
import { mergeTicker, type Ticker } from './Ticker';

export interface TickersState {
  byName: Record<string, Ticker>;
}

/** Last prices and the day's statistics of every listed contract: seeded from the summaries, kept by the channels. */
export function createTickersService(rpc: RpcClient, hub: ChannelHub, instruments: InstrumentsService) {
  const store = createStore<TickersState>(() => ({ byName: {} }));
  const changed = new Map<string, Ticker>();
  const channels = new Map<string, () => void>();

  const commit = oncePerFrame(() => {
    if (changed.size === 0) return;
    store.setState({ byName: { ...store.getState().byName, ...Object.fromEntries(changed) } });
    changed.clear();
  });

  const receive = (data: unknown) => {
    if (!isWire(data)) return;
    const name = str(data.instrument_name);
    if (!name) return;
    changed.set(name, mergeTicker(changed.get(name) ?? store.getState().byName[name], data));
    commit();
  };

  const follow = (names: string[]) => {
    const listed = new Set(names);
    for (const [name, stop] of channels) {
      if (listed.has(name)) continue;
      stop();
      channels.delete(name);
    }
    for (const name of names) {
      if (!channels.has(name)) channels.set(name, hub.subscribe(`ticker.${name}.100ms`, receive));
    }
  };

  instruments.store.subscribe((state, before) => {
    if (state.list !== before.list) follow(state.list.map((instrument) => instrument.name));
  });

  return {
    store,
    async reload(): Promise<void> {
      const products = [...new Set(instruments.store.getState().list.map((instrument) => instrument.product))];
      await Promise.allSettled(
        products.map(async (currency) => {
          const answer = await rpc.call('public/get_book_summary_by_currency', { currency, kind: 'future' });
          rows(answer).forEach(receive);
        }),
      );
    },
    /** Forgets every price: called when the link is lost, so that nothing old can be shown. */
    suspend(): void {
      changed.clear();
      store.setState({ byName: {} });
    },
    /** The exchange's own time of the newest price known for the contract, in milliseconds; null when unknown. */
    newestMs: (name: string): number | null => num(store.getState().byName[name]?.timestampMs),
  };
}

export type TickersService = ReturnType<typeof createTickersService>;
