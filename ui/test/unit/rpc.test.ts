import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { backoffMs } from '../../src/services/rpc/backoff';
import { ChannelHub } from '../../src/services/rpc/ChannelHub';
import { RpcClient, SILENCE_LIMIT_MS, type LinkState } from '../../src/services/rpc/RpcClient';
import { NOT_CONNECTED, RpcError } from '../../src/services/rpc/RpcError';
import { FakeSocket } from './FakeSocket';

let rpc: RpcClient;
let states: LinkState[];

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('WebSocket', FakeSocket);
  FakeSocket.made = [];
  states = [];
  rpc = new RpcClient('ws://exchange');
  rpc.onState((state) => states.push(state));
});

afterEach(() => {
  rpc.stop();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const goLive = () => {
  rpc.start();
  FakeSocket.last.goLive();
};

describe('connection', () => {
  it('answers find their requests in any order', async () => {
    goLive();
    const [first, second] = [rpc.call<string>('a'), rpc.call<string>('b')];
    FakeSocket.last.say({ id: FakeSocket.last.lastId('b'), result: 'two' });
    FakeSocket.last.say({ id: FakeSocket.last.lastId('a'), result: 'one' });
    expect(await Promise.all([first, second])).toEqual(['one', 'two']);
  });

  it('a refusal keeps the code, the words and the particulars of the exchange', async () => {
    goLive();
    const refused = rpc.call('private/buy').catch((error: unknown) => error);
    const data = { param: 'price', reason: 'outside the band' };
    FakeSocket.last.say({
      id: FakeSocket.last.lastId('private/buy'),
      error: { code: 10011, message: 'price_not_allowed', data },
    });
    const error = (await refused) as RpcError;
    expect(error).toMatchObject({ code: 10011, message: 'price_not_allowed' });
    expect(error.detail).toBe('price: outside the band');
    const reasoned = new RpcError(10011, 'price_not_allowed', { reason: 'PRICE_OUT_OF_BAND', text: 'The price is …' });
    expect(reasoned.detail).toBe('PRICE_OUT_OF_BAND: The price is …');
  });

  it('a break rejects what is unanswered, is told, and is followed by a new connection', async () => {
    goLive();
    const unanswered = rpc.call('private/buy').catch((error: unknown) => error);
    FakeSocket.last.break();
    expect(await unanswered).toMatchObject({ code: NOT_CONNECTED });
    expect(states).toEqual(['live', 'lost']);
    vi.advanceTimersByTime(1_000);
    expect(FakeSocket.made).toHaveLength(2);
    FakeSocket.last.goLive();
    expect(states).toEqual(['live', 'lost', 'live']);
  });

  it('a socket that opens and closes without a word is never live', () => {
    rpc.start();
    FakeSocket.last.open();
    FakeSocket.last.break();
    vi.advanceTimersByTime(1_000);
    FakeSocket.last.open();
    expect(states).toEqual([]);
  });

  it('an open socket that says nothing is taken for lost', () => {
    goLive();
    vi.advanceTimersByTime(SILENCE_LIMIT_MS + 2_100);
    expect(states).toEqual(['live', 'lost']);
  });

  it('an exchange that answers pings stays live without any other message', () => {
    goLive();
    const answering = setInterval(() => {
      const ping = FakeSocket.last.requests('public/get_time').at(-1);
      if (ping) FakeSocket.last.say({ id: ping.id, result: 0 });
    }, 500);
    vi.advanceTimersByTime(60_000);
    clearInterval(answering);
    expect(states).toEqual(['live']);
  });

  it('a request without a connection is refused at once', async () => {
    await expect(rpc.call('public/get_time')).rejects.toMatchObject({ code: NOT_CONNECTED });
  });

  it('waits grow from less than half a second to at most ten', () => {
    expect(backoffMs(1, 0.5)).toBe(400);
    expect(backoffMs(3, 0.5)).toBe(1_600);
    expect(backoffMs(60, 0.99)).toBeLessThanOrEqual(10_000);
  });
});

describe('channels', () => {
  const flush = () => vi.advanceTimersByTimeAsync(0);

  it('are subscribed together, and again after a reconnection', async () => {
    const hub = new ChannelHub(rpc);
    hub.subscribe('book.A.100ms', () => {});
    hub.subscribe('trades.A.100ms', () => {});
    goLive();
    await flush();
    const channels = ['book.A.100ms', 'trades.A.100ms'];
    expect(FakeSocket.last.requests('public/subscribe').map(({ params }) => params.channels)).toEqual([channels]);
    FakeSocket.last.break();
    vi.advanceTimersByTime(1_000);
    FakeSocket.last.goLive();
    await flush();
    expect(FakeSocket.last.requests('public/subscribe')[0]?.params.channels).toEqual(channels);
  });

  it('of the account wait until the connection is authenticated', async () => {
    const hub = new ChannelHub(rpc);
    hub.subscribe('user.orders.any.any.raw', () => {});
    goLive();
    await flush();
    expect(FakeSocket.last.requests('private/subscribe')).toEqual([]);
    hub.signedIn();
    await flush();
    expect(FakeSocket.last.requests('private/subscribe')[0]?.params.channels).toEqual(['user.orders.any.any.raw']);
  });

  it('that exist are not lost to one that does not', async () => {
    const hub = new ChannelHub(rpc);
    vi.spyOn(console, 'warn').mockImplementation(() => {});
    for (const channel of ['calx.venue', 'no.such', 'ticker.A.100ms']) hub.subscribe(channel, () => {});
    goLive();
    await flush();
    FakeSocket.last.say({
      id: FakeSocket.last.lastId('public/subscribe'),
      error: { code: -32602, message: 'Invalid params' },
    });
    await flush();
    const asked = FakeSocket.last.requests('public/subscribe').slice(1);
    expect(asked.map(({ params }) => params.channels)).toEqual([['calx.venue'], ['no.such'], ['ticker.A.100ms']]);
  });

  it('deliver to every listener and end with the last one', async () => {
    const hub = new ChannelHub(rpc);
    const [one, two] = [vi.fn(), vi.fn()];
    const stops = [hub.subscribe('calx.venue', one), hub.subscribe('calx.venue', two)];
    goLive();
    await flush();
    FakeSocket.last.say({ method: 'subscription', params: { channel: 'calx.venue', data: 7 } });
    expect([one.mock.calls, two.mock.calls]).toEqual([[[7]], [[7]]]);
    stops[0]!();
    expect(FakeSocket.last.requests('public/unsubscribe')).toEqual([]);
    stops[1]!();
    expect(FakeSocket.last.requests('public/unsubscribe')).toHaveLength(1);
  });
});
