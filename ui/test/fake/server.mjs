import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';
import { WebSocketServer } from 'ws';
import { Refusal } from './account.mjs';
import { privateMethods, publicMethods } from './methods.mjs';
import { Venue } from './venue.mjs';

const STEP_MS = 150;
const TYPES = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/**
 * Answers the exchange's public API from a simulated market, and serves a built page beside it.
 *
 * @param {{ port?: number, dist?: string, seed?: number, keys?: Record<string, string> }} options
 */
export async function startFakeExchange({ port = 0, dist, ...options } = {}) {
  const venue = new Venue(options);
  const server = createServer((request, response) => void servePage(dist, request, response));
  const sockets = new WebSocketServer({ server, path: '/ws/api/v2' });
  const peers = new Set();
  let refusing = false;
  sockets.on('connection', (socket) => {
    if (refusing) return socket.terminate();
    const peer = { socket, account: null, channels: new Set(), silent: false };
    peers.add(peer);
    socket.on('close', () => peers.delete(peer));
    socket.on('message', (data) => answer(venue, peer, JSON.parse(String(data))));
  });
  venue.publish = (channel, data, account) => {
    for (const peer of peers) {
      if (peer.channels.has(channel) && (!account || peer.account === account)) notify(peer, channel, data);
    }
  };
  const timers = [
    setInterval(() => venue.step(), STEP_MS),
    setInterval(() => venue.publish('calx.venue', venue.state()), 500),
  ];
  await new Promise((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    venue,
    peers,
    /** Cuts every connection and refuses new ones, as a gateway that is down would. */
    goDown: () => {
      refusing = true;
      peers.forEach((peer) => peer.socket.terminate());
    },
    comeBack: () => {
      refusing = false;
    },
    /** Keeps the connections open but says nothing any more, as a gateway that hangs would. */
    fallSilent: () => peers.forEach((peer) => (peer.silent = true)),
    /** Stops the markets where they are. */
    freeze: () => timers.forEach(clearInterval),
    close: () => {
      timers.forEach(clearInterval);
      peers.forEach((peer) => peer.socket.terminate());
      return new Promise((resolve) => {
        server.close(resolve);
        // A browser keeps a spare connection that has asked for nothing, and the server would wait a minute for it.
        server.closeAllConnections();
      });
    },
  };
}

const send = (peer, message) => {
  if (!peer.silent) peer.socket.send(JSON.stringify({ jsonrpc: '2.0', ...message }));
};

const notify = (peer, channel, data) => send(peer, { method: 'subscription', params: { channel, data } });

function answer(venue, peer, { id, method, params = {} }) {
  try {
    send(peer, { id, result: call(venue, peer, method, params), usIn: 0, usOut: 0, usDiff: 0 });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    send(peer, { id, error: { code: error.code, message: error.message, data: error.data } });
  }
}

function call(venue, peer, method, params) {
  const [scope, name] = method.split('/');
  if (method === 'public/auth') return authenticate(venue, peer, params);
  if (scope === 'private' && !peer.account) throw new Refusal(13009, 'unauthorized', { reason: 'not authenticated' });
  if (name === 'subscribe') return subscribe(venue, peer, params.channels);
  if (name === 'unsubscribe') return params.channels.filter((channel) => peer.channels.delete(channel));
  const handler = (scope === 'private' ? privateMethods : publicMethods)[name];
  if (!handler) throw new Refusal(-32601, 'Method not found', { reason: method });
  return handler(venue, params, peer.account);
}

function authenticate(venue, peer, { client_id, client_secret }) {
  const account = venue.authenticate(client_id, client_secret);
  if (!account) throw new Refusal(13004, 'invalid_credentials');
  peer.account = account;
  return {
    access_token: 'fake',
    refresh_token: 'fake',
    expires_in: 900,
    token_type: 'bearer',
    scope: 'trade:read_write',
  };
}

function subscribe(venue, peer, channels) {
  for (const channel of channels) {
    peer.channels.add(channel);
    const book = /^book\.(.+)\.100ms$/.exec(channel);
    if (book) queueMicrotask(() => notify(peer, channel, venue.markets.get(book[1]).snapshot()));
    const ticker = /^ticker\.(.+)\.100ms$/.exec(channel);
    if (ticker) queueMicrotask(() => notify(peer, channel, venue.markets.get(ticker[1]).ticker()));
  }
  return channels;
}

async function servePage(dist, request, response) {
  const path = normalize(new URL(request.url, 'http://local').pathname);
  const file = path === '/' ? '/index.html' : path;
  try {
    const body = await readFile(join(dist ?? '', file));
    response.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream' }).end(body);
  } catch {
    response.writeHead(404).end();
  }
}
