import { createStore } from 'zustand/vanilla';
import type { RpcClient } from '../rpc/RpcClient';
import { rows } from '../wire';
import { compareInstruments, parseInstrument, type Instrument } from './Instrument';

export interface InstrumentsState {
  loaded: boolean;
  byName: Record<string, Instrument>;
  /** In display order. */
  list: Instrument[];
  selected: string | null;
}

const RELOAD_EVERY_MS = 60_000;

export function createInstrumentsService(rpc: RpcClient) {
  const store = createStore<InstrumentsState>(() => ({ loaded: false, byName: {}, list: [], selected: null }));

  const fetchAll = async (): Promise<Instrument[]> => {
    const query = { kind: 'future', expired: false };
    const answer = await rpc
      .call('public/get_instruments', { currency: 'any', ...query })
      .catch(() => fetchByCurrency(query));
    return rows(answer).flatMap((raw) => parseInstrument(raw) ?? []);
  };

  const fetchByCurrency = async (query: object) => {
    const currencies = rows(await rpc.call('public/get_currencies')).map((raw) => raw.currency);
    const lists = currencies.map((currency) =>
      rpc.call<unknown[]>('public/get_instruments', { currency, ...query }).catch(() => []),
    );
    return (await Promise.all(lists)).flat();
  };

  const reload = async (): Promise<void> => {
    const fetched = (await fetchAll()).sort(compareInstruments);
    const before = store.getState();
    const list = fetched.map((instrument) => keepKnown(before.byName[instrument.name], instrument));
    const byName = Object.fromEntries(list.map((instrument) => [instrument.name, instrument]));
    store.setState({ loaded: true, list, byName, selected: stillListed(before, byName, list) });
  };

  setInterval(() => void reload().catch(() => {}), RELOAD_EVERY_MS);

  return {
    store,
    reload,
    select: (name: string) => {
      if (store.getState().byName[name]) store.setState({ selected: name });
    },
  };
}

/** The contract as it was if nothing about it changed, so that what depends on it is not made anew. */
function keepKnown(known: Instrument | undefined, fetched: Instrument): Instrument {
  return known && JSON.stringify(known) === JSON.stringify(fetched) ? known : fetched;
}

/** Keeps the selection while it is listed; after its expiry moves to the next contract of the same product. */
function stillListed(before: InstrumentsState, byName: Record<string, Instrument>, list: Instrument[]): string | null {
  const { selected } = before;
  if (selected && byName[selected]) return selected;
  const product = selected ? before.byName[selected]?.product : undefined;
  const next = list.find((instrument) => instrument.product === product) ?? list[0];
  return next?.name ?? null;
}

export type InstrumentsService = ReturnType<typeof createInstrumentsService>;
