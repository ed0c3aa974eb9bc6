import { createStore } from 'zustand/vanilla';
import { oncePerFrame } from '../frame';
import type { Instrument } from '../instruments/Instrument';
import { toTicks } from '../instruments/ticks';
import type { ChannelHub } from '../rpc/ChannelHub';
import type { RpcClient } from '../rpc/RpcClient';
import { num, rows, str, type Wire } from '../wire';

export interface Trade {
  id: string;
  ticks: number;
  lots: number;
  /** Side of the aggressor. */
  side: 'buy' | 'sell';
  timestampMs: number;
}

export interface TradesState {
  instrument: string | null;
  /** Newest first. */
  trades: Trade[];
}

const KEPT = 200;

/** The tape of the chosen contract. */
export function createTradesService(rpc: RpcClient, hub: ChannelHub) {
  const store = createStore<TradesState>(() => ({ instrument: null, trades: [] }));
  let followed: Instrument | null = null;
  let stop = () => {};
  let arrived: Trade[] = [];

  const commit = oncePerFrame(() => {
    const trades = mergeTrades(store.getState().trades, arrived);
    arrived = [];
    store.setState({ trades });
  });

  const receive = (instrument: Instrument, raw: Wire[]) => {
    if (instrument !== followed) return;
    arrived.push(...raw.flatMap((trade) => parseTrade(trade, instrument) ?? []));
    commit();
  };

  const load = async () => {
    const instrument = followed;
    if (!instrument) return;
    const query = { instrument_name: instrument.name, count: KEPT };
    const answer = await rpc.call('public/get_last_trades_by_instrument', query).catch(() => null);
    receive(instrument, rows(answer, 'trades'));
  };

  const clear = () => {
    arrived = [];
    store.setState({ trades: [], instrument: followed?.name ?? null });
  };

  return {
    store,
    follow(instrument: Instrument | null): void {
      stop();
      followed = instrument;
      clear();
      if (!instrument) return;
      stop = hub.subscribe(`trades.${instrument.name}.100ms`, (data) => receive(instrument, rows(data)));
      void load();
    },
    reload: load,
    suspend: clear,
  };
}

/** Both lists as one, newest first, each trade once, no longer than the tape keeps. */
export function mergeTrades(known: Trade[], arrived: Trade[]): Trade[] {
  const byId = new Map<string, Trade>();
  for (const trade of [...arrived, ...known]) if (!byId.has(trade.id)) byId.set(trade.id, trade);
  return [...byId.values()].sort((a, b) => b.timestampMs - a.timestampMs || compareIds(b.id, a.id)).slice(0, KEPT);
}

const compareIds = (a: string, b: string) => a.length - b.length || (a < b ? -1 : a > b ? 1 : 0);

function parseTrade(raw: Wire, instrument: Instrument): Trade | null {
  const price = num(raw.price);
  const lots = num(raw.amount);
  const timestampMs = num(raw.timestamp);
  if (price === null || lots === null || timestampMs === null) return null;
  return {
    id: str(raw.trade_id) ?? String(raw.trade_seq ?? raw.trade_id ?? `${timestampMs}/${price}/${lots}`),
    ticks: toTicks(price, instrument.tickSize),
    lots,
    side: raw.direction === 'sell' ? 'sell' : 'buy',
    timestampMs,
  };
}

export type TradesService = ReturnType<typeof createTradesService>;
