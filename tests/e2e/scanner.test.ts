import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { openBrowser } from '../support/browser.ts';
import { journeyStack, type JourneyStack } from '../support/journey/stack.ts';
import { busyWorld, type BusyWorld, mintLinks } from '../support/journey/world.ts';

/** Number of links that the scanner visits; `npm run test:scanner` visits 500. */
const LINKS = z.coerce.number().int().positive().default(40).parse(process.env['SCANNER_LINKS']);

const stateOf = async (stack: JourneyStack): Promise<readonly string[]> => {
  await stack.settle();
  return (await stack.rows()).map((row) => JSON.stringify(row)).sort();
};

/**
 * Treats each link as mail scanners do: requests it with HEAD and with GET, opens it in a browser that runs scripts,
 * and follows every link on its page. Unlike a person, the scanner never presses a button.
 */
describe('a mail scanner that opens every link', () => {
  const stack = journeyStack(91);
  let browser: Browser;
  let world: BusyWorld;
  let links: readonly string[] = [];
  let before: readonly string[] = [];
  beforeAll(async () => {
    [browser, world] = await Promise.all([openBrowser(), busyWorld(stack)]);
    const mailed = await world.mailedLinks();
    const { practitionerId, requestId, matchId } = world;
    const kinds = [
      { kind: 'manage', recipient: 'practitioner', practitionerId },
      { kind: 'status', recipient: 'requester', requestId },
      { kind: 'capacity', recipient: 'practitioner', practitionerId },
      { kind: 'feedback', recipient: 'practitioner', practitionerId, matchId },
      { kind: 'feedback', recipient: 'requester', requestId, matchId },
      { kind: 'unsubscribe', recipient: 'practitioner', practitionerId },
      { kind: 'unsubscribe', recipient: 'requester', requestId },
    ] as const;
    const more = Math.max(kinds.length, LINKS - mailed.length);
    links = [
      ...mailed,
      ...(await mintLinks(
        stack,
        Array.from({ length: more }, (_, index) => kinds[index % kinds.length]!),
      )),
    ];
    before = await stateOf(stack);
  });
  afterAll(() => browser.close());

  it(
    'changes nothing by HEAD and GET',
    async () => {
      for (const link of links) {
        const head = await stack.caller.send(link, { method: 'HEAD' });
        const got = await stack.caller.send(link, { method: 'GET', headers: { accept: '*/*' } });
        expect([head.status, got.status], link).toEqual([200, 200]);
      }
      expect(await stateOf(stack)).toEqual(before);
    },
    120_000 + LINKS * 1_000,
  );

  it(
    'changes nothing in a browser with scripts that also follows every link of every page',
    async () => {
      const context = await browser.newContext();
      const page = await context.newPage();
      const seen = new Set<string>();
      // A browser saves a calendar file instead of showing it, so it has no links. GET was tried above.
      for (const link of links.filter((one) => !one.endsWith('/calendar'))) {
        await page.goto(new URL(link, stack.site).href);
        const found = await page
          .locator('a[href]')
          .evaluateAll((all) => all.map((one) => (one as HTMLAnchorElement).href));
        for (const href of found) {
          const { origin, pathname, search } = new URL(href);
          // Follows every link that has a token, and opens each other page once.
          if (`${origin}/` !== stack.site || seen.has(pathname + search)) continue;
          seen.add(pathname + search);
          const answer = await stack.caller.send(pathname + search, {
            method: 'GET',
            headers: { accept: 'text/html' },
          });
          expect(answer.status, pathname).toBeLessThan(500);
        }
      }
      console.log(`scanner: ${links.length} links, ${seen.size} pages behind them`);
      expect(seen.size).toBeGreaterThan(10);
      expect(await stateOf(stack)).toEqual(before);
    },
    240_000 + LINKS * 3_000,
  );

  it('changes nothing with a guessed link', async () => {
    for (const kind of ['offers', 'confirm', 'manage', 'status', 'capacity', 'feedback', 'unsubscribe']) {
      const answer = await stack.caller.send(`/${kind}/${'x'.repeat(43)}`, { method: 'GET' });
      expect(answer.status).toBe(410);
    }
    expect(await stateOf(stack)).toEqual(before);
  });
});
