import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import type { Exchange } from './exchange';
import type { Instrument } from './instruments/Instrument';
import { settings } from './settings/settings';

export const ExchangeContext = createContext<Exchange | null>(null);

export function useExchange(): Exchange {
  const exchange = useContext(ExchangeContext);
  if (!exchange) throw new Error('no exchange above this component');
  return exchange;
}

export const useSettings = () => useStore(settings);

export function useSelectedInstrument(): Instrument | null {
  const { instruments } = useExchange();
  return useStore(instruments.store, (state) => (state.selected ? (state.byName[state.selected] ?? null) : null));
}

export const useLinkState = () => useStore(useExchange().link, (link) => link.state);
