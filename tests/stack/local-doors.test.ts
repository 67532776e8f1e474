import { request as httpRequest } from 'node:http';
import { describe, expect, inject, it } from 'vitest';
import { formHeaders, rawTo } from '../support/armour/http.ts';
import { localStack } from '../support/local-stack.ts';

const at = inject('stack');
const stack = localStack(at);

const statusOf = (
  url: string,
  method: string,
  headers: Readonly<Record<string, string>>,
): Promise<number | undefined> =>
  new Promise((done, failed) => {
    const { port, pathname } = new URL(url);
    httpRequest({ host: '127.0.0.1', port, path: pathname, method, headers }, (response) => {
      response.resume();
      done(response.statusCode);
    })
      .once('error', failed)
      .end();
  });

describe('the doors of this machine', () => {
  it('a page of another site cannot move the clock', async () => {
    const before = await stack.now();
    const console = rawTo(at.console);
    for (const headers of [
      { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
      { origin: new URL(at.site).origin, 'sec-fetch-site': 'same-site' },
      { origin: 'null' },
    ])
      expect(
        (await console({ path: '/clock/advance', headers: { ...formHeaders, ...headers }, body: 'days=30' }))
          .status,
      ).toBe(403);
    expect((await stack.now()).getTime() - before.getTime()).toBeLessThan(60_000);
    const { origin, host } = new URL(at.console);
    const own = { ...formHeaders, host, origin, 'sec-fetch-site': 'same-origin' };
    expect((await console({ path: '/clock/advance', headers: own, body: 'minutes=5' })).status).toBe(303);
    expect((await stack.now()).getTime() - before.getTime()).toBeGreaterThanOrEqual(300_000);
  });

  it('a page of another site can neither read nor empty the inbox, nor send mail', async () => {
    const foreign = { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' };
    const inbox = (path: string) => new URL(path, at.inbox).href;
    expect(await statusOf(inbox('/clear-store'), 'POST', foreign)).toBe(403);
    expect(await statusOf(inbox('/v2/email/outbound-emails'), 'POST', foreign)).toBe(403);
    expect(await statusOf(inbox('/store'), 'GET', { host: 'evil.example' })).toBe(421);
    expect(await statusOf(inbox('/store'), 'GET', {})).toBe(200);
  });

  it.each([
    ['site', at.site],
    ['inbox', at.inbox],
    ['console', at.console],
    ['API', at.api],
  ])('the %s answers under no name that others can make lead here', async (_, url) => {
    expect(await statusOf(url, 'GET', { host: 'evil.example' })).toBe(421);
  });
});
