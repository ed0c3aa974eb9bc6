/**
 * Drives a gateway with CCXT's own Deribit class, told nothing but where it is and which key to use.
 *
 *   node deribit.mjs URL KEY SECRET [SYMBOL]
 *
 * The account needs some cash and neither orders nor positions; the market needs an offer. A market that is closed for the
 * moment is waited for. Prints one line per call, exits 0 if all were right and 1 at the first that was not.
 */
import ccxt from 'ccxt';

const [url, apiKey, secret, wanted] = process.argv.slice(2);
if (!secret) {
  console.error('usage: node deribit.mjs URL KEY SECRET [SYMBOL]');
  process.exit(2);
}

const exchange = new ccxt.pro.deribit({ apiKey, secret });
exchange.urls.api = { rest: url, ws: `${url.replace(/^http/, 'ws')}/ws/api/v2` };

function check(condition, what, got) {
  if (!condition) throw new Error(`${what}; got ${JSON.stringify(got)}`);
}

async function step(name, action) {
  const line = await action();
  console.log(`ok ${name}: ${line}`);
}

async function within(seconds, what, action) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${what}: nothing within ${seconds} s`)), seconds * 1000);
  });
  return Promise.race([action, late]).finally(() => clearTimeout(timer));
}

/** Takes what a stream tells until it is what is looked for. */
async function until(what, next, found) {
  const search = async () => {
    for (;;) {
      const seen = await next();
      if (found(seen)) return seen;
    }
  };
  return within(30, what, search());
}

/** Tries again while the market is closed or still empty, as it is between two business days. */
async function whenOpen(action) {
  for (let tries = 0; ; tries += 1) {
    try {
      return await action();
    } catch (error) {
      if (tries === 60 || !/MARKET_CLOSED|NO_OPPOSITE_ORDERS|an offer/.test(error.message)) throw error;
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
  }
}

/** The latest contract of the first product that has both bids and offers. */
async function chosen(markets) {
  const first = Object.values(markets)[0];
  const contracts = Object.values(markets)
    .filter((market) => market.base === first.base)
    .sort((left, right) => right.expiry - left.expiry);
  for (const market of contracts) {
    const book = await exchange.fetchOrderBook(market.symbol);
    if (book.bids.length > 0 && book.asks.length > 0) return market.symbol;
  }
  return first.symbol;
}

async function main() {
  // Over plain ws:// CCXT wants its proxy agent looked up once.
  await exchange.loadHttpProxyAgent();
  let symbol;
  let market;
  let restingPrice;
  let order;

  await step('fetchTime', async () => {
    const time = await exchange.fetchTime();
    check(Math.abs(time - Date.now()) < 60_000, 'time near ours', time);
    return time;
  });
  await step('fetchStatus', async () => {
    const status = await exchange.fetchStatus();
    check(status.status === 'ok', 'status ok', status);
    return status.status;
  });
  await step('loadMarkets', async () => {
    const markets = await exchange.loadMarkets();
    symbol = wanted ?? (await chosen(markets));
    market = markets[symbol];
    check(market, `a market ${symbol}`, Object.keys(markets));
    check(/^[A-Z0-9.]+\/[A-Z]+:[A-Z]+-\d{6}$/.test(symbol), 'a unified symbol', symbol);
    check(market.future && market.linear && market.contract, 'a linear future', market);
    check(market.settle === market.quote, 'settled in its quote currency', market);
    check(market.contractSize > 1, 'units in a lot', market.contractSize);
    check(market.precision.amount === 1, 'whole lots', market.precision);
    check(market.precision.price > 0, 'a tick', market.precision);
    return `${Object.keys(markets).length} markets; ${symbol} of ${market.contractSize} units, tick ${market.precision.price}`;
  });
  await step('fetchCurrencies', async () => {
    const codes = Object.keys(exchange.currencies);
    check(codes.includes(market.settle) && codes.includes(market.base), 'settlement and base currency', codes);
    return codes.join(' ');
  });
  await step('fetchTicker', async () => {
    const ticker = await exchange.fetchTicker(symbol);
    check(ticker.symbol === symbol && ticker.markPrice > 0, 'a mark price', ticker);
    restingPrice = Number(exchange.priceToPrecision(symbol, ticker.markPrice * 0.96));
    return `mark ${ticker.markPrice} bid ${ticker.bid} ask ${ticker.ask}`;
  });
  await step('fetchTickers', async () => {
    const tickers = await exchange.fetchTickers([symbol]);
    check(tickers[symbol], 'the ticker', Object.keys(tickers));
    return Object.keys(tickers).length;
  });
  await step('fetchOrderBook', async () => {
    const book = await whenOpen(async () => {
      const now = await exchange.fetchOrderBook(symbol, 10);
      check(now.asks.length > 0, 'an offer to trade with', now);
      return now;
    });
    check(Number.isInteger(book.nonce), 'a change id', book.nonce);
    return `${book.bids.length} bids, ${book.asks.length} asks, change ${book.nonce}`;
  });
  await step('watchOrderBook snapshot', async () => {
    const book = await within(10, 'snapshot', exchange.watchOrderBook(symbol));
    check(book.asks.length + book.bids.length > 0, 'orders', book);
    return `${book.bids.length} bids, ${book.asks.length} asks`;
  });
  const myOrders = exchange.watchOrders(symbol);
  const myTrades = exchange.watchMyTrades(symbol);
  let trades = exchange.watchTrades(symbol);
  await within(10, 'authentication', exchange.authenticate());
  await step('watchTicker', async () => {
    // Subscribed after the others on the same connection: when it speaks, they are subscribed too.
    const ticker = await within(10, 'ticker', exchange.watchTicker(symbol));
    check(ticker.markPrice > 0, 'a mark price', ticker);
    return `mark ${ticker.markPrice}`;
  });
  await step('createOrder', async () => {
    let change = exchange.watchOrderBook(symbol);
    order = await whenOpen(() => exchange.createOrder(symbol, 'limit', 'buy', 2, restingPrice, { postOnly: true }));
    check(order.status === 'open' && order.amount === 2 && order.price === restingPrice, 'an open order', order);
    const next = () => {
      const seen = change;
      change = exchange.watchOrderBook(symbol);
      return seen;
    };
    await until('the bid in the book', next, (book) =>
      book.bids.some(([price, lots]) => price === restingPrice && lots >= 2),
    );
    return `${order.id} ${order.side} ${order.amount} at ${order.price}; the book shows it`;
  });
  await step('watchOrders', async () => {
    const orders = await within(10, 'orders', myOrders);
    check(orders.some((seen) => seen.id === order.id && seen.status === 'open'), 'the order', orders);
    return `${orders.length} orders`;
  });
  await step('fetchOpenOrders', async () => {
    const orders = await exchange.fetchOpenOrders(symbol);
    check(orders.some((seen) => seen.id === order.id), 'the order', orders);
    return orders.length;
  });
  await step('editOrder', async () => {
    const price = Number(exchange.priceToPrecision(symbol, restingPrice + market.precision.price));
    const edited = await whenOpen(() => exchange.editOrder(order.id, symbol, 'limit', 'buy', 3, price));
    check(edited.amount === 3 && edited.price === price && edited.id === order.id, 'new price and amount', edited);
    return `${edited.amount} at ${edited.price}`;
  });
  await step('fetchOrder', async () => {
    const seen = await exchange.fetchOrder(order.id, symbol);
    check(seen.amount === 3 && seen.filled === 0 && seen.symbol === symbol, 'the order as edited', seen);
    return `${seen.status}, ${seen.remaining} remain`;
  });
  await step('cancelOrder', async () => {
    const cancelled = await exchange.cancelOrder(order.id, symbol);
    check(cancelled.status === 'canceled', 'a cancelled order', cancelled);
    return cancelled.status;
  });
  await step('cancelOrder again', async () => {
    const error = await exchange.cancelOrder(order.id, symbol).then(
      () => undefined,
      (refusal) => refusal,
    );
    check(error instanceof ccxt.InvalidOrder, 'an InvalidOrder', String(error));
    return error.constructor.name;
  });
  await step('createOrder that trades', async () => {
    const bought = await whenOpen(() => exchange.createOrder(symbol, 'market', 'buy', 1));
    check(bought.status === 'closed' && bought.filled === 1, 'a filled order', bought);
    check(bought.trades.length === 1 && bought.average > 0, 'its trade', bought);
    return `1 at ${bought.average}`;
  });
  await step('watchTrades', async () => {
    const next = () => {
      const told = trades;
      trades = exchange.watchTrades(symbol);
      return told;
    };
    const seen = await until('the trade', next, (list) =>
      list.some((trade) => trade.amount === 1 && trade.side === 'buy'),
    );
    return `${seen.length} trades`;
  });
  await step('watchMyTrades', async () => {
    const seen = await within(10, 'my trades', myTrades);
    check(seen.at(-1).takerOrMaker === 'taker' && seen.at(-1).fee.currency === market.settle, 'the fill', seen);
    return `fee ${seen.at(-1).fee.cost} ${seen.at(-1).fee.currency}`;
  });
  await step('fetchTrades', async () => {
    const seen = await exchange.fetchTrades(symbol, undefined, 10);
    check(seen.length > 0 && seen.at(-1).price > 0, 'trades', seen);
    return seen.length;
  });
  await step('fetchMyTrades', async () => {
    const seen = await exchange.fetchMyTrades(symbol);
    check(seen.at(-1).amount === 1 && seen.at(-1).symbol === symbol, 'the fill', seen);
    return seen.length;
  });
  await step('fetchClosedOrders', async () => {
    const seen = await exchange.fetchClosedOrders(symbol);
    check(seen.some((closed) => closed.filled === 1), 'the filled order', seen);
    return seen.length;
  });
  await step('fetchOHLCV', async () => {
    const candles = await exchange.fetchOHLCV(symbol, '1m');
    check(candles.length > 0 && candles.at(-1)[5] >= 1, 'a candle with volume', candles);
    return `${candles.length} candles, close ${candles.at(-1)[4]}`;
  });
  await step('fetchPosition', async () => {
    const position = await exchange.fetchPosition(symbol);
    check(position.contracts === 1 && position.side === 'long' && position.entryPrice > 0, 'one lot', position);
    return `${position.side} ${position.contracts} from ${position.entryPrice}`;
  });
  await step('fetchPositions', async () => {
    const positions = await exchange.fetchPositions();
    check(positions.some((held) => held.symbol === symbol), 'the position', positions);
    return positions.length;
  });
  await step('fetchBalance', async () => {
    const all = await exchange.fetchBalance();
    check(all[market.settle].total > 0 && all[market.settle].used > 0, 'equity and margin', all[market.settle]);
    const one = await exchange.fetchBalance({ code: market.settle });
    check(one[market.settle].total === all[market.settle].total, 'the same by currency', one);
    return `${market.settle} total ${one[market.settle].total} used ${one[market.settle].used}`;
  });
  await step('fetchOpenInterest', async () => {
    const interest = await exchange.fetchOpenInterest(symbol);
    check(interest.openInterestAmount >= 1, 'open interest', interest);
    return interest.openInterestAmount;
  });
  await step('cancelAllOrders', async () => {
    await whenOpen(() => exchange.createOrder(symbol, 'limit', 'buy', 1, restingPrice));
    await exchange.cancelAllOrders(symbol);
    const left = await exchange.fetchOpenOrders(symbol);
    check(left.length === 0, 'no open order', left);
    return 'none left';
  });
  await step('createOrder off the tick', async () => {
    const price = restingPrice + market.precision.price / 2;
    const error = await exchange.privateGetBuy({ instrument_name: market.id, amount: 1, price }).then(
      () => undefined,
      (refusal) => refusal,
    );
    check(error instanceof ccxt.InvalidOrder && /tick/.test(error.message), 'an InvalidOrder', String(error));
    return error.constructor.name;
  });
}

main().then(
  async () => {
    await exchange.close();
    console.log('all ok');
    process.exit(0);
  },
  (error) => {
    console.error(`FAILED ${error.stack ?? error}`);
    process.exit(1);
  },
);
