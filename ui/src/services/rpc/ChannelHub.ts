import type { RpcClient } from './RpcClient';
import { asRpcError, NOT_CONNECTED } from './RpcError';

type Handler = (data: unknown) => void;

const CHANNELS_PER_REQUEST = 40;

const isPrivate = (channel: string) => channel.startsWith('user.');

/**
 * Who listens to which channel. Subscribes on the first listener, unsubscribes after the last, and subscribes to
 * everything again after a reconnection. Private channels wait until the connection is authenticated.
 */
export class ChannelHub {
  private readonly handlers = new Map<string, Set<Handler>>();
  private readonly wanted = new Set<string>();
  private flushing = false;
  private live = false;
  private authenticated = false;
  private readonly rpc: RpcClient;

  constructor(rpc: RpcClient) {
    this.rpc = rpc;
    rpc.onNotification((channel, data) => this.handlers.get(channel)?.forEach((handler) => handler(data)));
    rpc.onState((state) => {
      this.live = state === 'live';
      this.authenticated = false;
      this.wanted.clear();
      if (this.live) this.want([...this.handlers.keys()]);
    });
  }

  subscribe(channel: string, handler: Handler): () => void {
    const known = this.handlers.get(channel);
    if (known) {
      known.add(handler);
    } else {
      this.handlers.set(channel, new Set([handler]));
      this.want([channel]);
    }
    return () => this.remove(channel, handler);
  }

  /** Asks for the channel anew, so that the exchange sends a fresh snapshot. */
  async resubscribe(channel: string): Promise<void> {
    await this.unsubscribe([channel]);
    if (this.handlers.has(channel)) this.want([channel]);
  }

  /** To be called once the connection is authenticated. */
  signedIn(): void {
    this.authenticated = true;
    this.want([...this.handlers.keys()].filter(isPrivate));
  }

  private remove(channel: string, handler: Handler): void {
    const handlers = this.handlers.get(channel);
    if (!handlers?.delete(handler) || handlers.size > 0) return;
    this.handlers.delete(channel);
    this.wanted.delete(channel);
    if (this.live) void this.unsubscribe([channel]);
  }

  private unsubscribe(channels: string[]): Promise<unknown> {
    const scope = channels.some(isPrivate) ? 'private' : 'public';
    return this.rpc.call(`${scope}/unsubscribe`, { channels }).catch(() => {});
  }

  /** Collects the channels asked for in one turn of the event loop into few requests. */
  private want(channels: string[]): void {
    for (const channel of channels) this.wanted.add(channel);
    if (this.flushing) return;
    this.flushing = true;
    queueMicrotask(() => {
      this.flushing = false;
      this.flush();
    });
  }

  private flush(): void {
    if (!this.live) return;
    const ready = [...this.wanted].filter((channel) => this.authenticated || !isPrivate(channel));
    for (const channel of ready) this.wanted.delete(channel);
    this.send(
      'public/subscribe',
      ready.filter((channel) => !isPrivate(channel)),
    );
    this.send('private/subscribe', ready.filter(isPrivate));
  }

  private send(method: string, channels: string[]): void {
    for (let from = 0; from < channels.length; from += CHANNELS_PER_REQUEST) {
      const chunk = channels.slice(from, from + CHANNELS_PER_REQUEST);
      this.rpc.call(method, { channels: chunk }).catch((error: unknown) => {
        // One unknown channel must not cost the others: ask for each by itself.
        if (asRpcError(error).code === NOT_CONNECTED) return;
        if (chunk.length > 1) chunk.forEach((channel) => this.send(method, [channel]));
        else console.warn(`${method} ${chunk.join(' ')}:`, error);
      });
    }
  }
}
