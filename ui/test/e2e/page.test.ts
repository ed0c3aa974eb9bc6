import { fileURLToPath } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openBrowser } from '../../e2e/browser.mjs';
import { startFakeExchange } from '../fake/server.mjs';

const dist = fileURLToPath(new URL('../../dist', import.meta.url));
const KEY = '#key=demo:demo-secret';
const FIRST = 'H100-31AUG26';

let browser: BrowserContext;
let fake: Awaited<ReturnType<typeof startFakeExchange>>;
let page: Page;
let faults: string[];

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

beforeEach(async () => {
  fake = await startFakeExchange({ dist });
  page = await browser.newPage();
  faults = [];
  page.on('pageerror', (error) => faults.push(error.message));
});
afterEach(async () => {
  await page.close();
  await fake.close();
  expect(faults).toEqual([]);
});

const open = async (fragment = '') => {
  await page.goto(`${fake.url}/${fragment}`);
  await page.locator('[data-testid=book][data-status=live] button').first().waitFor();
  if (fragment === KEY) await page.locator('[data-testid=account]').waitFor();
};
const level = (side: 'bid' | 'ask', at: number) =>
  page.locator(`[data-testid=book] [data-side=${side}] button`).nth(at);
/** Price and lots of a level, as shown. */
const cells = async (side: 'bid' | 'ask', at: number) => (await level(side, at).innerText()).split(/\s+/).slice(1, 3);
/** Stops the markets and waits until the page shows the book that they stopped at. */
const freeze = async () => {
  fake.freeze();
  const bids = [...fake.venue.markets.get(FIRST)!.bids].sort(([a], [b]) => b - a).slice(0, 5);
  await expect
    .poll(() => Promise.all(bids.map((_, at) => cells('bid', at))))
    .toEqual(bids.map(([ticks, lots]) => [(ticks / 100).toFixed(2), String(lots)]));
};
const submit = () => page.click('[data-testid=submit]');
const outcome = (kind: string) => page.locator(`[data-testid=outcome][data-kind=${kind}]`).innerText();

describe('market data', () => {
  it('the book and the tape move', async () => {
    await open();
    const text = () => page.locator('[data-testid=book]').innerText();
    const before = await text();
    await page.waitForFunction(
      (old) => document.querySelector<HTMLElement>('[data-testid=book]')?.innerText !== old,
      before,
    );
    await page.locator('[data-testid=tape] li').first().waitFor();
  });

  it("the ladder shows the exchange's book after a break in the chain of changes", async () => {
    await open();
    const market = fake.venue.markets.get(FIRST)!;
    market.changeId += 5;
    await page.locator('[data-testid=book][data-gaps="1"][data-status=live]').waitFor();
    await freeze();
  });

  it('choosing another contract turns the desk to it', async () => {
    await open();
    await page.click('button[data-instrument="DEBASE-30SEP26"]');
    await page.getByTestId('instrument').getByText('DEBASE-30SEP26').waitFor();
    await page.locator('[data-testid=book][data-status=live] button').first().waitFor();
    expect(await page.locator('input[name=price]').inputValue()).toMatch(/^\d+\.\d[05]$/);
  });

  it('a lost connection suspends every price until it is back', async () => {
    await open(KEY);
    fake.goDown();
    await page.locator('[data-testid=alarm]').waitFor();
    expect(await page.locator('[data-testid=veil]').count()).toBe(7);
    const panels = await page.locator('main > :not(:last-child)').allInnerTexts();
    expect(panels.join()).not.toMatch(/\d\.\d\d/);
    expect(await page.title()).toBe('Calx');
    fake.comeBack();
    await page.locator('[data-testid=book][data-status=live] button').first().waitFor();
    await page.locator('[data-testid=account]').waitFor();
    expect(await page.locator('[data-testid=veil]').count()).toBe(0);
  });
});

describe('trading', () => {
  it('a key in the address logs in and leaves the address', async () => {
    await open(KEY);
    expect(page.url()).toBe(`${fake.url}/`);
  });

  it('the login dialog says why a key is refused', async () => {
    await open();
    await page.click('[data-testid=log-in]');
    await page.fill('input[name=clientId]', 'demo');
    await page.fill('input[name=secret]', 'wrong');
    await page.press('input[name=secret]', 'Enter');
    expect(await page.locator('dialog [role=alert]').innerText()).toContain('invalid_credentials (13004)');
    await page.fill('input[name=secret]', 'demo-secret');
    await page.press('input[name=secret]', 'Enter');
    await page.locator('[data-testid=account]').waitFor();
  });

  it('a price picked from the ladder becomes a resting order that can be cancelled', async () => {
    await open(KEY);
    await freeze();
    const [price] = await cells('bid', 2);
    await level('bid', 2).click();
    expect(await page.locator('input[name=price]').inputValue()).toBe(price);
    await page.fill('input[name=lots]', '7');
    await submit();
    await page.locator('button[data-cancel]').waitFor();
    const row = await page.locator('tbody tr').innerText();
    expect(row).toContain(price);
    expect(row).toContain(FIRST);
    await page.locator('button[data-cancel]').click();
    await page.locator('button[data-cancel]').waitFor({ state: 'detached' });
  });

  it('a fill reaches trades, positions and balance', async () => {
    await open(KEY);
    await page.getByText('Market', { exact: true }).click();
    await page.fill('input[name=lots]', '2');
    await submit();
    expect(await outcome('placed')).toContain('Filled 2 of 2 lots.');
    await page.click('[data-testid=tab-fills]');
    await page.getByRole('cell', { name: 'Taker' }).waitFor();
    await page.click('[data-testid=tab-positions]');
    await page.getByRole('cell', { name: '+2' }).waitFor();
    expect(await page.locator('[data-testid=balances]').innerText()).toMatch(/Initial margin\s+[1-9]/);
  });

  it("a refusal is shown in the exchange's own words", async () => {
    await open(KEY);
    await page.fill('input[name=price]', '9.99');
    await submit();
    const text = await outcome('refused');
    expect(text).toContain('price_not_allowed (10011)');
    expect(text).toContain('PRICE_OUT_OF_BAND: The price is outside the band around the reference price.');
  });

  it('the ticket shows the margin of the order before it is sent, in both languages', async () => {
    await open(KEY);
    await freeze();
    await level('bid', 3).click();
    await page.fill('input[name=lots]', '10');
    const margin = page.locator('[data-testid=order-margin]');
    await expect.poll(() => margin.innerText()).toContain('3,000.00 USD');
    expect(await margin.innerText()).toContain('scenario 13');
    expect(await margin.getAttribute('data-accepted')).toBe('true');
    await page.fill('input[name=lots]', '4000');
    await page.getByText('Margin is 201,000.00 USD short').waitFor();
    await submit();
    expect(await outcome('refused')).toContain('3000 lots would have been accepted.');
    await page.selectOption('[data-testid=language]', 'zh');
    await page.getByText('保证金不足 201,000.00 USD').waitFor();
    await page.selectOption('[data-testid=language]', 'en');
  });

  it('cancel all leaves nothing open', async () => {
    await open(KEY);
    await freeze();
    for (const at of [3, 4]) {
      await level('bid', at).click();
      await submit();
      await page
        .locator('button[data-cancel]')
        .nth(at - 3)
        .waitFor();
    }
    await page.click('[data-testid=cancel-all]');
    await page.getByText('No open orders').waitFor();
  });
});

describe('everyone', () => {
  it('arrow keys walk the ladder and Enter takes the price', async () => {
    await open();
    await freeze();
    await level('bid', 0).focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    const [price] = await cells('bid', 1);
    expect(await page.locator('input[name=price]').inputValue()).toBe(price);
  });

  for (const [language, theme] of [
    ['en', 'dark'],
    ['zh', 'light'],
  ] as const) {
    it(`finds no accessibility fault: ${language}, ${theme}`, async () => {
      await browser.clearCookies();
      await open(KEY);
      await level('bid', 3).click();
      await submit();
      await page.locator('button[data-cancel]').waitFor();
      await page.selectOption('[data-testid=language]', language);
      if ((await page.locator('html').getAttribute('data-theme')) !== theme) await page.click('[data-testid=theme]');
      await page.locator('[data-testid=chart] canvas').first().waitFor();
      await freeze();
      const { violations } = await new AxeBuilder({ page }).analyze();
      const found = violations.flatMap(({ id, nodes }) =>
        nodes.map((node) => `${id}: ${node.target.join(' ')} ${node.any[0]?.message ?? ''}`),
      );
      expect(found).toEqual([]);
    });
  }
});
