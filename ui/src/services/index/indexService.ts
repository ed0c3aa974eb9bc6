import { createStore } from 'zustand/vanilla';
import { oncePerFrame } from '../frame';
import type { Instrument } from '../instruments/Instrument';
import type { InstrumentsService } from '../instruments/instrumentsService';
import type { ChannelHub } from '../rpc/ChannelHub';
import type { RpcClient } from '../rpc/RpcClient';
import { isWire, num, rows, str, type Wire } from '../wire';

/** One published value of a benchmark. */
export interface Fixing {
  /** Business date, YYYY-MM-DD. */
  date: string;
  price: number;
  contributors: number | null;
}

export interface IndexState {
  /** Names of the benchmarks the exchange publishes. */
  names: string[];
  /** Fixings by benchmark, oldest first. */
  history: Record<string, Fixing[]>;
}

const HISTORY = 400;

/** The benchmarks that the contracts settle to. */
export function createIndexService(rpc: RpcClient, hub: ChannelHub, instruments: InstrumentsService) {
  const store = createStore<IndexState>(() => ({ names: [], history: {} }));
  const stops = new Map<string, () => void>();
  const arrived = new Map<string, Fixing[]>();

  const commit = oncePerFrame(() => {
    const history = { ...store.getState().history };
    for (const [name, fixings] of arrived) history[name] = mergeFixings(history[name] ?? [], fixings);
    arrived.clear();
    store.setState({ history });
  });

  const receive = (name: string, raw: Wire[]) => {
    const fixings = raw.flatMap((fixing) => parseFixing(fixing) ?? []);
    if (fixings.length === 0) return;
    arrived.set(name, [...(arrived.get(name) ?? []), ...fixings]);
    commit();
  };

  const follow = (name: string) => {
    if (stops.has(name)) return;
    stops.set(
      name,
      hub.subscribe(`calx.index.${name}`, (data) => receive(name, rows(data))),
    );
  };

  const load = async (name: string) => {
    const query = { index_name: name, count: HISTORY };
    const answer = await rpc.call('public/calx.get_index_history', query).catch(() => null);
    receive(name, rows(answer, 'history', 'fixings'));
  };

  return {
    store,
    async reload(): Promise<void> {
      const answer = await rpc.call<unknown>('public/get_index_price_names').catch(() => []);
      const names = (Array.isArray(answer) ? answer : []).flatMap((entry: unknown) =>
        isWire(entry) ? (str(entry.name) ?? []) : (str(entry) ?? []),
      );
      store.setState({ names });
      const listed = instruments.store.getState().list;
      const needed = new Set(listed.flatMap((instrument) => indexNameOf(instrument, names) ?? []));
      needed.forEach(follow);
      await Promise.all([...needed].map(load));
    },
    suspend(): void {
      arrived.clear();
      store.setState({ history: {} });
    },
  };
}

/** The benchmark of a contract: the one it names, else the one whose name starts with its product. */
export function indexNameOf(instrument: Instrument, names: string[]): string | null {
  if (instrument.indexName && (names.length === 0 || names.includes(instrument.indexName))) return instrument.indexName;
  const product = instrument.product.toLowerCase();
  return (
    names.find((name) => name.toLowerCase() === product) ??
    names.find((name) => name.toLowerCase().startsWith(product)) ??
    null
  );
}

/** Fixings by date, oldest first; a later word on the same date (a final after a preliminary) replaces the earlier. */
export function mergeFixings(known: Fixing[], arrived: Fixing[]): Fixing[] {
  const byDate = new Map(known.map((fixing) => [fixing.date, fixing]));
  for (const fixing of arrived) byDate.set(fixing.date, fixing);
  return [...byDate.values()].sort((a, b) => (a.date < b.date ? -1 : 1)).slice(-HISTORY);
}

function parseFixing(raw: Wire): Fixing | null {
  const price = num(raw.price);
  const timestampMs = num(raw.timestamp);
  const date = str(raw.date) ?? (timestampMs === null ? null : new Date(timestampMs).toISOString().slice(0, 10));
  if (price === null || !date) return null;
  return { date, price, contributors: num(raw.contributors) };
}

export type IndexService = ReturnType<typeof createIndexService>;
