import { createStore } from 'zustand/vanilla';
import type { ChannelHub } from '../rpc/ChannelHub';
import type { RpcClient } from '../rpc/RpcClient';
import { asRpcError, NOT_CONNECTED, TIMED_OUT, type RpcError } from '../rpc/RpcError';
import { isWire, num } from '../wire';

export interface Key {
  clientId: string;
  secret: string;
}

export interface SessionState {
  status: 'signedOut' | 'signingIn' | 'signedIn';
  clientId: string | null;
  error: RpcError | null;
}

const STORED_AS = 'calx.key';
const RENEW_AT = 0.8;
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/** Signs the connection in, and again after each reconnection. The key lives in sessionStorage: one tab, no longer. */
export function createSession(rpc: RpcClient, hub: ChannelHub, onSignedIn: () => void) {
  const store = createStore<SessionState>(() => ({ status: 'signedOut', clientId: null, error: null }));
  let renewal: ReturnType<typeof setTimeout> | undefined;

  const authenticate = async (key: Key): Promise<void> => {
    clearTimeout(renewal);
    const renewing = store.getState().status === 'signedIn';
    if (!renewing) store.setState({ status: 'signingIn', clientId: key.clientId, error: null });
    try {
      const answer = await rpc.call('public/auth', {
        grant_type: 'client_credentials',
        client_id: key.clientId,
        client_secret: key.secret,
      });
      store.setState({ status: 'signedIn', clientId: key.clientId, error: null });
      scheduleRenewal(key, answer);
      if (renewing) return;
      hub.signedIn();
      onSignedIn();
    } catch (thrown) {
      refused(asRpcError(thrown));
    }
  };

  const refused = (error: RpcError) => {
    const unreachable = error.code === NOT_CONNECTED || error.code === TIMED_OUT;
    if (!unreachable) sessionStorage.removeItem(STORED_AS);
    store.setState({ status: 'signedOut', clientId: null, error });
  };

  const scheduleRenewal = (key: Key, answer: unknown) => {
    const seconds = isWire(answer) ? num(answer.expires_in) : null;
    if (seconds === null || seconds <= 0) return;
    const waitMs = Math.min(LONGEST_TIMER_MS, seconds * 1000 * RENEW_AT);
    renewal = setTimeout(() => void authenticate(key), waitMs);
  };

  return {
    store,
    signIn(key: Key): Promise<void> {
      sessionStorage.setItem(STORED_AS, JSON.stringify(key));
      return authenticate(key);
    },
    signOut(): void {
      clearTimeout(renewal);
      sessionStorage.removeItem(STORED_AS);
      store.setState({ status: 'signedOut', clientId: null, error: null });
      rpc.reconnect();
    },
    /** Called when the link is open: signs in with the key of this tab, if it has one. */
    resume(): void {
      const key = storedKey();
      if (key) void authenticate(key);
    },
    suspend(): void {
      clearTimeout(renewal);
      if (store.getState().status === 'signedIn') store.setState({ status: 'signingIn' });
    },
  };
}

function storedKey(): Key | null {
  const text = sessionStorage.getItem(STORED_AS);
  return text ? (JSON.parse(text) as Key) : null;
}

/** A key handed over in the address, `#key=ID:SECRET`; null when there is none. */
export function keyFromFragment(fragment: string): Key | null {
  const match = /^#?key=([^:]+):(.+)$/.exec(fragment);
  if (!match?.[1] || !match[2]) return null;
  return { clientId: decodeURIComponent(match[1]), secret: decodeURIComponent(match[2]) };
}

/** Keeps a key from the address for this tab and wipes it from the address bar and the history. */
export function takeKeyFromAddress(): void {
  const key = keyFromFragment(window.location.hash);
  if (!key) return;
  sessionStorage.setItem(STORED_AS, JSON.stringify(key));
  window.history.replaceState(null, '', window.location.pathname + window.location.search);
}

export type Session = ReturnType<typeof createSession>;
