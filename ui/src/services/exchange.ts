import { createStore } from 'zustand/vanilla';
import { createAccountService } from './account/accountService';
import { createMarginService } from './account/marginService';
import { createSession } from './account/session';
import { createTradingService } from './account/tradingService';
import { createBookService } from './book/bookService';
import { createChartService } from './chart/chartService';
import { createIndexService } from './index/indexService';
import { createInstrumentsService } from './instruments/instrumentsService';
import { ChannelHub } from './rpc/ChannelHub';
import { RpcClient, type LinkState } from './rpc/RpcClient';
import { createTickersService } from './tickers/tickersService';
import { createTradesService } from './trades/tradesService';
import { createVenueService } from './venue/venueService';

export interface LinkInfo {
  state: LinkState;
  /** Wall-clock time at which the state was entered. */
  sinceMs: number;
  latencyMs: number | null;
}

/** Everything the screens know of the exchange: one connection and the services that share it. */
export function createExchange(url: string) {
  const link = createStore<LinkInfo>(() => ({ state: 'connecting', sinceMs: Date.now(), latencyMs: null }));
  const rpc = new RpcClient(url, (latencyMs) => link.setState({ latencyMs }));
  const hub = new ChannelHub(rpc);
  const instruments = createInstrumentsService(rpc);
  const tickers = createTickersService(rpc, hub, instruments);
  const book = createBookService(hub);
  const trades = createTradesService(rpc, hub);
  const index = createIndexService(rpc, hub, instruments);
  const venue = createVenueService(rpc, hub);
  const account = createAccountService(rpc, hub, instruments);
  const session = createSession(rpc, hub, () => void account.reload());
  const suspendable = [tickers, book, trades, index, venue, account, session];

  const goLive = async () => {
    void venue.reload();
    await instruments.reload().finally(() => session.resume());
    await Promise.all([tickers.reload(), trades.reload(), index.reload()]);
  };

  rpc.onState((state) => {
    link.setState({ state, sinceMs: Date.now(), latencyMs: null });
    if (state === 'live') void goLive().catch(() => {});
    if (state === 'lost') suspendable.forEach((service) => service.suspend());
  });

  instruments.store.subscribe((state, before) => {
    if (state.selected === before.selected) return;
    const chosen = state.selected ? (state.byName[state.selected] ?? null) : null;
    book.follow(chosen);
    trades.follow(chosen);
  });

  // A new business day may list and expire contracts.
  venue.store.subscribe((state, before) => {
    const dates = (businessDates: Record<string, string>) => Object.values(businessDates).join();
    const known = dates(before.businessDates);
    if (known !== '' && dates(state.businessDates) !== known) void instruments.reload().catch(() => {});
  });

  return {
    link,
    instruments,
    tickers,
    book,
    trades,
    index,
    venue,
    account,
    session,
    trading: createTradingService(rpc),
    margin: createMarginService(rpc),
    chart: createChartService(rpc),
    start: () => rpc.start(),
    stop: () => rpc.stop(),
  };
}

export type Exchange = ReturnType<typeof createExchange>;

/** The address of the exchange that served this page. */
export function exchangeUrl(location: Location): string {
  return `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/ws/api/v2`;
}
