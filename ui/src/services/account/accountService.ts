import { createStore } from 'zustand/vanilla';
import { oncePerFrame } from '../frame';
import type { InstrumentsService } from '../instruments/instrumentsService';
import type { ChannelHub } from '../rpc/ChannelHub';
import type { RpcClient } from '../rpc/RpcClient';
import { rows, type Wire } from '../wire';
import {
  isWorking,
  parseBalance,
  parseFill,
  parseOrder,
  parsePosition,
  type Balance,
  type Fill,
  type Order,
  type Position,
} from './records';

export interface AccountState {
  loaded: boolean;
  /** Working orders, newest first. */
  orders: Order[];
  positions: Position[];
  balances: Balance[];
  /** Newest first. */
  fills: Fill[];
}

const EMPTY: AccountState = { loaded: false, orders: [], positions: [], balances: [], fills: [] };
const FILLS_KEPT = 200;
const REFRESH_EVERY_MS = 5_000;

/** Own orders, positions, balances and trades: read once after signing in, then kept by the private channels. */
export function createAccountService(rpc: RpcClient, hub: ChannelHub, instruments: InstrumentsService) {
  const store = createStore<AccountState>(() => EMPTY);
  const fillListeners = new Set<(fill: Fill) => void>();
  let signedIn = false;

  const receiveOrders = (raw: Wire[]) => {
    const arrived = raw.flatMap((order) => parseOrder(order) ?? []);
    store.setState({ orders: mergeOrders(store.getState().orders, arrived) });
  };

  const receiveFills = (raw: Wire[], fresh: boolean) => {
    const known = new Set(store.getState().fills.map((fill) => fill.id));
    const arrived = raw.flatMap((fill) => parseFill(fill) ?? []).filter((fill) => !known.has(fill.id));
    if (arrived.length === 0) return;
    const fills = [...arrived, ...store.getState().fills].sort((a, b) => b.timestampMs - a.timestampMs);
    store.setState({ fills: fills.slice(0, FILLS_KEPT) });
    if (fresh) arrived.forEach((fill) => fillListeners.forEach((listener) => listener(fill)));
  };

  const receiveBalances = (raw: Wire[]) => {
    const byCurrency = new Map(store.getState().balances.map((balance) => [balance.currency, balance]));
    for (const balance of raw.flatMap((entry) => parseBalance(entry) ?? [])) byCurrency.set(balance.currency, balance);
    store.setState({ balances: [...byCurrency.values()] });
  };

  /** Asks for all currencies at once; an exchange that wants them one by one is asked one by one. */
  const everyCurrency = async (method: string, query: object, ...keys: string[]): Promise<Wire[]> => {
    try {
      return rows(await rpc.call(method, { ...query, currency: 'any' }), ...keys);
    } catch {
      const products = [...new Set(instruments.store.getState().list.map((instrument) => instrument.product))];
      const answers = products.map((currency) => rpc.call(method, { ...query, currency }).catch(() => []));
      return (await Promise.all(answers)).flatMap((answer) => rows(answer, ...keys));
    }
  };

  const refreshPositions = async () => {
    const raw = await everyCurrency('private/get_positions', {}, 'positions');
    if (signedIn) store.setState({ positions: raw.flatMap((position) => parsePosition(position) ?? []) });
  };
  const positionsSoon = oncePerFrame(() => void refreshPositions().catch(() => {}));

  hub.subscribe('user.orders.any.any.raw', (data) => receiveOrders(rows(data)));
  hub.subscribe('user.trades.any.any.raw', (data) => {
    receiveFills(rows(data), true);
    positionsSoon();
  });
  hub.subscribe('user.portfolio.any', (data) => receiveBalances(rows(data)));
  setInterval(() => signedIn && positionsSoon(), REFRESH_EVERY_MS);

  return {
    store,
    onFill: (listener: (fill: Fill) => void) => {
      fillListeners.add(listener);
      return () => void fillListeners.delete(listener);
    },
    async reload(): Promise<void> {
      signedIn = true;
      await Promise.allSettled([
        rpc.call('private/get_open_orders').then((answer) => receiveOrders(rows(answer, 'orders'))),
        rpc.call('private/get_account_summaries').then((answer) => receiveBalances(rows(answer, 'summaries'))),
        everyCurrency('private/get_user_trades_by_currency', { count: FILLS_KEPT }, 'trades').then((raw) =>
          receiveFills(raw, false),
        ),
        refreshPositions(),
      ]);
      store.setState({ loaded: true });
    },
    suspend(): void {
      signedIn = false;
      store.setState(EMPTY);
    },
  };
}

/** Working orders after some news: what is no longer working leaves, older news about an order changes nothing. */
export function mergeOrders(known: Order[], arrived: Order[]): Order[] {
  const byId = new Map(known.map((order) => [order.id, order]));
  for (const order of arrived) {
    const before = byId.get(order.id);
    if (before && before.updatedMs > order.updatedMs) continue;
    byId.set(order.id, order);
  }
  return [...byId.values()]
    .filter(isWorking)
    .sort((a, b) => (b.createdMs ?? 0) - (a.createdMs ?? 0) || (a.id < b.id ? 1 : -1));
}

export type AccountService = ReturnType<typeof createAccountService>;
