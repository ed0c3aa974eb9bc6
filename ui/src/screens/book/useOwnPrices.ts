import { useMemo } from 'react';
import { useStore } from 'zustand';
import { useExchange } from '../../services/context';
import type { Instrument } from '../../services/instruments/Instrument';
import { toTicks } from '../../services/instruments/ticks';

/** The prices, in ticks, at which own orders rest in the contract. */
export function useOwnPrices(instrument: Instrument | null): Set<number> {
  const orders = useStore(useExchange().account.store, (state) => state.orders);
  return useMemo(() => {
    const resting = orders.filter((order) => order.instrument === instrument?.name);
    return new Set(
      resting.flatMap(({ price }) => (price === null || !instrument ? [] : toTicks(price, instrument.tickSize))),
    );
  }, [orders, instrument]);
}
