import { createStore } from 'zustand/vanilla';
import type { ChannelHub } from '../rpc/ChannelHub';
import type { RpcClient } from '../rpc/RpcClient';
import { isWire, num, str, type Wire } from '../wire';

export interface VenueState {
  /** The venue's own clock, which may run faster than the wall's; null when not known. */
  venueTimeMs: number | null;
  /** Business date by market. */
  businessDates: Record<string, string>;
  /** Trading phase by market. */
  phases: Record<string, string>;
  notice: string | null;
  attribution: string[];
}

const UNKNOWN: VenueState = { venueTimeMs: null, businessDates: {}, phases: {}, notice: null, attribution: [] };

export function createVenueService(rpc: RpcClient, hub: ChannelHub) {
  const store = createStore<VenueState>(() => UNKNOWN);
  const receive = (data: unknown) => {
    if (isWire(data)) store.setState(parseVenue(data, store.getState()));
  };
  hub.subscribe('calx.venue', receive);

  return {
    store,
    reload: () => rpc.call('public/calx.get_venue').then(receive, () => {}),
    suspend: () =>
      store.setState({ ...UNKNOWN, notice: store.getState().notice, attribution: store.getState().attribution }),
  };
}

function parseVenue(raw: Wire, before: VenueState): VenueState {
  return {
    venueTimeMs: timeMs(raw.venue_time) ?? before.venueTimeMs,
    businessDates: isWire(raw.business_dates) ? texts(raw.business_dates) : before.businessDates,
    phases: isWire(raw.phases) ? texts(raw.phases) : before.phases,
    notice: 'notice' in raw ? str(raw.notice) : before.notice,
    attribution: Array.isArray(raw.attribution)
      ? raw.attribution.flatMap((line) => str(line) ?? [])
      : before.attribution,
  };
}

/** Milliseconds from a number or an ISO-8601 text. */
function timeMs(value: unknown): number | null {
  const parsed = typeof value === 'string' ? Date.parse(value) : num(value);
  return parsed === null || Number.isNaN(parsed) ? null : parsed;
}

const texts = (value: Wire): Record<string, string> =>
  Object.fromEntries(Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === 'string'));

/** The entry for a product's market: its own, else the family's, else the only one there is. */
export function forMarket<T>(byMarket: Record<string, T>, product: string | undefined): T | null {
  const entries = Object.entries(byMarket);
  const wanted = product?.toLowerCase() ?? '';
  const own = entries.find(([market]) => market.toLowerCase() === wanted);
  const family = entries.find(([market]) => (wanted.startsWith('de') ? /power|eex|de/i : /compute|gpu/i).test(market));
  return (own ?? family ?? entries[0])?.[1] ?? null;
}

export type VenueService = ReturnType<typeof createVenueService>;
