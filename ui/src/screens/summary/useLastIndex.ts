import { useStore } from 'zustand';
import { useExchange } from '../../services/context';
import { indexNameOf, type Fixing } from '../../services/index/indexService';
import type { Instrument } from '../../services/instruments/Instrument';

/** The newest fixing of the contract's benchmark, if the exchange publishes one. */
export function useLastIndex(instrument: Instrument | null): Fixing | null {
  return useStore(useExchange().index.store, ({ names, history }) => {
    const name = instrument && indexNameOf(instrument, names);
    return (name && history[name]?.at(-1)) || null;
  });
}
