/**
 * Walks through the page of a running exchange as a newcomer would, and fails where it does not do what it should.
 * Usage: node e2e/demo.mjs URL KEYID KEYSECRET SHOTDIR
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { openBrowser } from './browser.mjs';

const WAIT_MS = 60_000;
const GLIMPSE_MS = 10_000;
const BEST_BID = '[data-testid=book] [data-side=bid] button';

const [url, keyId, keySecret, shotDir] = process.argv.slice(2);
if (!shotDir) {
  console.error('usage: node e2e/demo.mjs URL KEYID KEYSECRET SHOTDIR');
  process.exit(2);
}
mkdirSync(shotDir, { recursive: true });

const context = await openBrowser();
const page = await context.newPage();
page.setDefaultTimeout(WAIT_MS);
const faults = [];
page.on('pageerror', (error) => faults.push(`error on the page: ${error.message}`));

const shot = (name) => page.screenshot({ path: join(shotDir, `${name}.png`) });

async function step(title, action) {
  try {
    await action();
    console.log(`ok    ${title}`);
  } catch (error) {
    await shot('failed').catch(() => {});
    console.error(`FAIL  ${title}\n      ${error.message}\n      screenshot: ${join(shotDir, 'failed.png')}`);
    faults.forEach((fault) => console.error(`      ${fault}`));
    await context.close();
    process.exit(1);
  }
}

/** Waits until an element's text differs from what it is now. */
async function waitForMove(selector) {
  const before = await page.locator(selector).innerText();
  const moved = ([at, text]) => document.querySelector(at)?.innerText !== text;
  await page.waitForFunction(moved, [selector, before]);
}

/** Puts a buy order into the ticket so many ticks below the best bid and sends it; its id, or null if it does not rest. */
async function rest(ticksBelow) {
  await page.locator(BEST_BID).first().click();
  for (let tick = 0; tick < ticksBelow; tick++) await page.locator('input[name=price]').press('ArrowDown');
  await page.click('[data-testid=submit]');
  await page.locator('[data-testid=submit]:enabled').waitFor();
  const outcome = page.locator('[data-testid=outcome][data-kind]');
  await outcome.waitFor();
  if ((await outcome.getAttribute('data-kind')) !== 'placed') throw new Error(await outcome.innerText());
  const cancel = page.locator('button[data-cancel]').first();
  return (await appears(cancel)) ? cancel.getAttribute('data-cancel') : null;
}

const appears = (locator) =>
  locator.waitFor({ timeout: GLIMPSE_MS }).then(
    () => true,
    () => false,
  );

/** Cancels an open order; false if the market took it first. */
async function cancel(orderId) {
  const button = page.locator(`button[data-cancel="${orderId}"]`);
  const clicked = await button.click({ timeout: GLIMPSE_MS }).then(
    () => true,
    () => false,
  );
  await button.waitFor({ state: 'detached' });
  return clicked;
}

await step('the page opens and lists contracts', async () => {
  await page.goto(url);
  await page.locator('button[data-instrument]').first().waitFor();
});
await step('the connection is live', () => page.locator('[data-testid=connection][data-state=live]').waitFor());
await step('an order book with two sides appears', async () => {
  await page.locator(BEST_BID).first().waitFor();
  await page.locator('[data-testid=book] [data-side=ask] button').first().waitFor();
});
await step('the order book moves', () => waitForMove('[data-testid=book]'));
await step('the chart is drawn', () => page.locator('[data-testid=chart] canvas').first().waitFor());
await shot('1-market');
await step('a wrong secret is refused', async () => {
  await page.click('[data-testid=log-in]');
  await page.fill('input[name=clientId]', keyId);
  await page.fill('input[name=secret]', `${keySecret}x`);
  await page.press('input[name=secret]', 'Enter');
  await page.locator('dialog [role=alert]').waitFor();
});
await step('the key logs in', async () => {
  await page.fill('input[name=secret]', keySecret);
  await page.press('input[name=secret]', 'Enter');
  await page.locator('[data-testid=account]').waitFor();
});
await step('the balance is shown', () => page.locator('[data-testid=balances] b').first().waitFor());
await step('a limit order stands among the open orders and is cancelled', async () => {
  await page.fill('input[name=lots]', '1');
  for (const ticksBelow of [5, 8, 12]) {
    const orderId = await rest(ticksBelow);
    if (!orderId) continue;
    await shot('2-order');
    if (await cancel(orderId)) return;
  }
  throw new Error('the market took every order before it could be cancelled');
});
await step('the index is drawn', async () => {
  await page.getByText('Index', { exact: true }).last().click();
  await page.locator('[data-testid=chart] canvas').first().waitFor();
});
await shot('3-index');
await step('the page speaks Chinese', async () => {
  await page.selectOption('[data-testid=language]', 'zh');
  await page.getByText('可用资金').first().waitFor();
});
await shot('4-chinese');
await step('nothing failed behind the scenes', () => {
  if (faults.length > 0) throw new Error(faults.join('; '));
});
await context.close();
