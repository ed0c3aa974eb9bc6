import { Account } from './account.mjs';
import { fixings, listing, products } from './listing.mjs';
import { Market } from './market.mjs';
import { createRandom } from './random.mjs';

const DAY_MS = 86_400_000;
const START_MS = Date.UTC(2026, 6, 31, 9);
const DEMO_DAY_MS = 10_000;

/** Markets, accounts and the venue's clock; `publish(channel, data, account?)` is how it speaks. */
export class Venue {
  constructor({ seed = 7, keys = { demo: 'demo-secret' } } = {}) {
    const random = createRandom(seed);
    this.markets = new Map(listing.map((listed, at) => [listed.wire.instrument_name, new Market(listed, seed + at)]));
    this.indexes = new Map(products.map((product) => [product.code, fixings(product, random)]));
    this.keys = keys;
    this.accounts = new Map();
    this.startedMs = Date.now();
    this.publish = () => {};
  }

  authenticate(id, secret) {
    if (!id || this.keys[id] !== secret) return null;
    if (!this.accounts.has(id)) this.accounts.set(id, new Account(id));
    return this.accounts.get(id);
  }

  state() {
    const venueTime = START_MS + ((Date.now() - this.startedMs) / DEMO_DAY_MS) * DAY_MS;
    const date = new Date(venueTime).toISOString().slice(0, 10);
    return {
      venue_time: Math.floor(venueTime),
      business_dates: { COMPUTE: date, POWER: date },
      phases: { COMPUTE: 'OPEN', POWER: 'OPEN' },
      notice: 'Demo market: simulated participants, replayed prices, no real money.',
      attribution: [
        'GPU rental price data by gpurentalprices.com, CC BY 4.0',
        'Power prices: Bundesnetzagentur | SMARD.de, CC BY 4.0',
      ],
    };
  }

  step() {
    const now = Date.now();
    for (const [name, market] of this.markets) {
      const { change, trades } = market.step(now);
      this.publish(`book.${name}.100ms`, change);
      if (trades.length > 0) this.publish(`trades.${name}.100ms`, trades);
      if (trades.length > 0 || market.random.chance(0.1)) this.publish(`ticker.${name}.100ms`, market.ticker());
      for (const account of this.accounts.values()) {
        for (const { order, trade } of account.reached(market)) this.tellFill(account, order, [trade]);
      }
    }
  }

  tellFill(account, order, trades) {
    this.publish('user.orders.any.any.raw', order, account);
    if (trades.length > 0) this.publish('user.trades.any.any.raw', trades, account);
    for (const summary of account.summaries(this.markets)) this.publish('user.portfolio.any', summary, account);
  }
}
