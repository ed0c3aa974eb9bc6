import { createStore } from 'zustand/vanilla';
import type { ChannelHub } from '../rpc/ChannelHub';
import type { RpcClient } from '../rpc/RpcClient';
import { isWire, num, str, type Wire } from '../wire';

/** One reading of the venue's clock, and how fast it was seen to run. */
export interface VenueClock {
  venueMs: number;
  /** Wall-clock time of the reading. */
  readMs: number;
  /** Venue milliseconds per wall millisecond; null after a single reading. */
  rate: number | null;
}

export interface VenueState {
  /** The venue's own clock, which may run faster than the wall's; null when not known. */
  clock: VenueClock | null;
  /** Business date by market. */
  businessDates: Record<string, string>;
  /** Trading phase by market. */
  phases: Record<string, string>;
  notice: string | null;
  attribution: string[];
}

const UNKNOWN: VenueState = { clock: null, businessDates: {}, phases: {}, notice: null, attribution: [] };

const READ_CLOCK_EVERY_MS = 2_000;
/** Readings closer together than this tell too little about the rate. */
const SHORTEST_SPAN_MS = 500;
/** A clock not read for this long is not carried on any further. */
const LONGEST_GUESS_MS = 5_000;

/** The clock after a reading; readings close together keep the first, so that the rate can be measured. */
export function readClock(before: VenueClock | null, venueMs: number | null, nowMs: number): VenueClock | null {
  if (venueMs === null) return before;
  if (!before) return { venueMs, readMs: nowMs, rate: null };
  const span = nowMs - before.readMs;
  if (span < SHORTEST_SPAN_MS) return before;
  return { venueMs, readMs: nowMs, rate: Math.max(0, (venueMs - before.venueMs) / span) };
}

/** What the venue's clock shows now, carried on from the last reading at the rate it was seen to run. */
export function venueNow(clock: VenueClock | null, nowMs: number): number | null {
  if (!clock) return null;
  const passed = Math.min(LONGEST_GUESS_MS, Math.max(0, nowMs - clock.readMs));
  return clock.venueMs + passed * (clock.rate ?? 0);
}

export function createVenueService(rpc: RpcClient, hub: ChannelHub) {
  const store = createStore<VenueState>(() => UNKNOWN);
  const receive = (data: unknown) => {
    if (isWire(data)) store.setState(parseVenue(data, store.getState()));
  };
  const reload = () => rpc.call('public/calx.get_venue').then(receive, () => {});
  hub.subscribe('calx.venue', receive);
  setInterval(() => store.getState().clock && void reload(), READ_CLOCK_EVERY_MS);

  return {
    store,
    reload,
    suspend: () =>
      store.setState({ ...UNKNOWN, notice: store.getState().notice, attribution: store.getState().attribution }),
  };
}

function parseVenue(raw: Wire, before: VenueState): VenueState {
  return {
    clock: readClock(before.clock, timeMs(raw.venue_time), Date.now()),
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
