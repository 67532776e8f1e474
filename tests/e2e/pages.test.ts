import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from '../support/browser.ts';
import { axeFindings, staticPages, sticksOut } from '../support/journey/browser.ts';
import { journeyStack } from '../support/journey/stack.ts';
import { busyWorld, type BusyWorld } from '../support/journey/world.ts';

describe('every page', () => {
  const stack = journeyStack(71);
  let browser: Browser;
  let page: Page;
  let world: BusyWorld;
  beforeAll(async () => {
    [browser, world] = await Promise.all([openBrowser(), busyWorld(stack)]);
    page = await (await browser.newContext()).newPage();
  });
  afterAll(() => browser.close());

  const pathsOf = () => ({
    ...Object.fromEntries(staticPages().map((path) => [path, path])),
    ...world.pages,
  });

  /** Checks every page and collects all problems in one run. */
  const look = async (check: () => Promise<readonly string[]>): Promise<readonly string[]> => {
    const found: string[] = [];
    for (const [name, path] of Object.entries(pathsOf())) {
      await page.goto(new URL(path, stack.site).href);
      found.push(...(await check()).map((what) => `${name}: ${what}`));
    }
    return found;
  };

  it('has no axe violation at 1280 pixels', async () => {
    await page.setViewportSize({ width: 1280, height: 900 });
    expect(await look(() => axeFindings(page))).toEqual([]);
  }, 600_000);

  it('has no axe violation at 320 pixels where there is a map', async () => {
    await page.setViewportSize({ width: 320, height: 640 });
    const found: string[] = [];
    for (const path of ['/find-a-dpp/results', '/insights']) {
      await page.goto(new URL(path, stack.site).href);
      await page.waitForSelector('.app-map__svg');
      found.push(...(await axeFindings(page)).map((what) => `${path}: ${what}`));
    }
    expect(found).toEqual([]);
  });

  it('has no axe violation when a form comes back with errors', async () => {
    const found: string[] = [];
    const declining = `${world.offer}?answer=decline`;
    for (const path of ['/register/about-you', '/request/kind-of-request', declining, world.confirm]) {
      await page.goto(new URL(path, stack.site).href);
      await page.locator('main form button[type=submit]').click();
      await page.waitForSelector('[data-error-summary]');
      found.push(...(await axeFindings(page)).map((what) => `${path}: ${what}`));
    }
    expect(found).toEqual([]);
  });

  it('needs no horizontal scrolling at 320 pixels', async () => {
    await page.setViewportSize({ width: 320, height: 640 });
    expect(await look(() => sticksOut(page))).toEqual([]);
  });

  it('logs no error and breaks no content security policy in any page', async () => {
    const said: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error' && !/status of 4\d\d/u.test(message.text())) said.push(message.text());
    });
    page.on('pageerror', (error) => said.push(error.message));
    await look(() => Promise.resolve([]));
    expect(said).toEqual([]);
  });

  it('moves the focus to the error summary, and from there to the field', async () => {
    await page.goto(new URL('/register/about-you', stack.site).href);
    await page.locator('main form button[type=submit]').click();
    await page.waitForSelector('[data-error-summary]');
    const focused = () => page.evaluate(() => document.activeElement?.outerHTML.slice(0, 200) ?? '');
    await expect.poll(focused).toContain('data-error-summary');
    await page.locator('[data-error-summary] a').first().press('Enter');
    await expect.poll(focused).toContain('id="name"');
  });

  it('begins with a link that skips to the content', async () => {
    await page.goto(new URL('/', stack.site).href);
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Skip to main content');
    await page.keyboard.press('Enter');
    expect(new URL(page.url()).hash).toBe('#maincontent');
  });
});
