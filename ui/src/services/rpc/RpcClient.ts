import { backoffMs } from './backoff';
import { NOT_CONNECTED, RpcError, TIMED_OUT, TOO_MANY_REQUESTS } from './RpcError';

/** `connecting` until the first success; `lost` from a break until the connection is open again. */
export type LinkState = 'connecting' | 'live' | 'lost';

type StateListener = (state: LinkState) => void;
type NotificationListener = (channel: string, data: unknown) => void;

interface Pending {
  resolve: (result: unknown) => void;
  reject: (error: RpcError) => void;
  timer: ReturnType<typeof setTimeout>;
}

const REQUEST_TIMEOUT_MS = 10_000;
const PING_EVERY_MS = 2_000;
/** A connection that has been silent this long is taken for dead, even if the socket still looks open. */
export const SILENCE_LIMIT_MS = 6_000;
const MAX_PENDING = 256;

/**
 * One JSON-RPC 2.0 connection over WebSocket. Reconnects for ever, pings, and declares the link lost when the other
 * side falls silent, so that the page never shows old prices as live. Requests are never repeated by themselves.
 */
export class RpcClient {
  private socket: WebSocket | undefined;
  private state: LinkState = 'connecting';
  private nextId = 1;
  private attempts = 0;
  private lastHeardMs = 0;
  private stopped = true;
  private watchdog: ReturnType<typeof setInterval> | undefined;
  private retry: ReturnType<typeof setTimeout> | undefined;
  private readonly pending = new Map<number, Pending>();
  private readonly stateListeners = new Set<StateListener>();
  private readonly notificationListeners = new Set<NotificationListener>();
  private readonly url: string;
  private readonly onLatency: (millis: number) => void;

  constructor(url: string, onLatency: (millis: number) => void = () => {}) {
    this.url = url;
    this.onLatency = onLatency;
  }

  onState(listener: StateListener): void {
    this.stateListeners.add(listener);
  }

  onNotification(listener: NotificationListener): void {
    this.notificationListeners.add(listener);
  }

  start(): void {
    if (!this.stopped) return;
    this.stopped = false;
    this.watchdog = setInterval(() => this.watch(), PING_EVERY_MS);
    this.connect();
  }

  stop(): void {
    this.stopped = true;
    clearInterval(this.watchdog);
    clearTimeout(this.retry);
    this.drop('stopped');
  }

  /** Drops the connection and opens a new one at once: the way to become anonymous again. */
  reconnect(): void {
    this.attempts = 0;
    this.drop('reconnecting');
  }

  call<T>(method: string, params: object = {}): Promise<T> {
    const socket = this.socket;
    if (!socket || socket.readyState !== WebSocket.OPEN) {
      return Promise.reject(new RpcError(NOT_CONNECTED, 'not connected'));
    }
    if (this.pending.size >= MAX_PENDING) {
      return Promise.reject(new RpcError(TOO_MANY_REQUESTS, 'too many requests in flight'));
    }
    const id = this.nextId++;
    return new Promise<T>((resolve, reject) => {
      const timer = setTimeout(() => {
        this.pending.delete(id);
        reject(new RpcError(TIMED_OUT, `no answer to ${method} within ${REQUEST_TIMEOUT_MS / 1000} s`));
      }, REQUEST_TIMEOUT_MS);
      this.pending.set(id, { resolve: resolve as (result: unknown) => void, reject, timer });
      socket.send(JSON.stringify({ jsonrpc: '2.0', id, method, params }));
    });
  }

  private connect(): void {
    const socket = new WebSocket(this.url);
    this.socket = socket;
    this.lastHeardMs = Date.now();
    socket.onopen = () => {
      this.lastHeardMs = Date.now();
      this.ping();
    };
    socket.onmessage = (event) => this.receive(String(event.data));
    socket.onclose = () => {
      if (this.socket === socket) this.drop('connection closed');
    };
  }

  private receive(text: string): void {
    this.lastHeardMs = Date.now();
    if (this.state !== 'live') this.enterLive();
    const message = JSON.parse(text) as {
      id?: number;
      result?: unknown;
      error?: { code: number; message: string; data?: unknown };
      method?: string;
      params?: { channel?: string; data?: unknown };
    };
    if (message.method === 'subscription' && message.params?.channel) {
      for (const listener of this.notificationListeners) listener(message.params.channel, message.params.data);
      return;
    }
    const waiting = message.id === undefined ? undefined : this.pending.get(message.id);
    if (!waiting || message.id === undefined) return;
    this.pending.delete(message.id);
    clearTimeout(waiting.timer);
    if (message.error) waiting.reject(new RpcError(message.error.code, message.error.message, message.error.data));
    else waiting.resolve(message.result);
  }

  private watch(): void {
    if (this.socket && Date.now() - this.lastHeardMs > SILENCE_LIMIT_MS) this.drop('no message from the exchange');
    if (this.state === 'live') this.ping();
  }

  private ping(): void {
    const sentMs = performance.now();
    this.call('public/get_time').then(
      () => this.onLatency(Math.round(performance.now() - sentMs)),
      () => {},
    );
  }

  private drop(reason: string): void {
    const socket = this.socket;
    this.socket = undefined;
    socket?.close();
    for (const waiting of this.pending.values()) {
      clearTimeout(waiting.timer);
      waiting.reject(new RpcError(NOT_CONNECTED, reason));
    }
    this.pending.clear();
    if (this.state === 'live') this.enter('lost');
    if (this.stopped) return;
    this.attempts++;
    clearTimeout(this.retry);
    this.retry = setTimeout(() => this.connect(), backoffMs(this.attempts, Math.random()));
  }

  /** An open socket proves little: only a word from the exchange makes the link live. */
  private enterLive(): void {
    this.attempts = 0;
    this.enter('live');
  }

  private enter(state: LinkState): void {
    this.state = state;
    for (const listener of this.stateListeners) listener(state);
  }
}
