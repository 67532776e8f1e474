import { beforeAll, describe, expect, inject, it } from 'vitest';
import { DOOR_HEADER } from '../../shared/contracts/door-header.ts';
import { routes } from '../../shared/contracts/routes.ts';
import { formHeaders, jsonHeaders, rawTo } from '../support/armour/http.ts';
import { linkFor } from '../support/armour/links.ts';
import { journeyStack, linkIn } from '../support/journey/stack.ts';

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];
const paths = [...new Set(routes.map(({ path }) => path)), '/', '/no-such-page', '/api/v1/no-such-thing'];

/** What somebody might send who knows the API's own address, and knows or guesses how the door works. */
const forged: readonly Readonly<Record<string, string>>[] = [
  {},
  { [DOOR_HEADER]: '' },
  { [DOOR_HEADER]: 'a'.repeat(64) },
  {
    'x-dpp-system': 'kent-and-medway',
    'cloudfront-viewer-address': '192.0.2.7:443',
    'user-agent': 'Amazon CloudFront',
    via: '2.0 abc.cloudfront.net (CloudFront)',
    'x-amz-cf-id': 'abc',
    'x-forwarded-for': '192.0.2.7',
  },
];

describe('the own address of the API', () => {
  const stack = journeyStack(31);
  const beside = rawTo(inject('stack').api);
  const throughCloudFront = rawTo(stack.site);
  let tokens: Readonly<Record<string, string>> = {};

  beforeAll(async () => {
    await stack.empty();
    const practitionerId = await stack.listed();
    await stack.asked();
    const tokenIn = (path: string) => path.split('/').at(-1) ?? '';
    tokens = {
      manage: tokenIn(
        await linkFor(stack, { kind: 'manage', recipient: 'practitioner', practitionerId }, 24),
      ),
      capacity: tokenIn(
        await linkFor(stack, { kind: 'capacity', recipient: 'practitioner', practitionerId }, 24),
      ),
      offers: tokenIn(linkIn(await stack.mailTo('amara@dpp.example', 'Accept or decline'), 'offers')),
      status: tokenIn(linkIn(await stack.mailTo('lee@learner.example', 'We are looking'), 'status')),
    };
  });

  const pathOf = (route: string): string =>
    route
      .replace('{token}', tokens[route.split('/')[1] ?? ''] ?? 'A'.repeat(43))
      .replace('{step}', 'about-you')
      .replace('{slug}', 'amara-okafor')
      .replace('{action}', route.startsWith('/status') ? 'withdraw' : 'pause');

  it(`answers 403 to every method on every route, reads nothing and writes nothing`, async () => {
    const rows = JSON.stringify(await stack.rows());
    await stack.resetCalls();
    const wrong: string[] = [];
    let knocks = 0;
    for (const path of paths)
      for (const [index, method] of METHODS.entries()) {
        const isJson = index % 2 === 0;
        const answer = await beside({
          method,
          path: pathOf(path),
          headers: { ...(isJson ? jsonHeaders : formHeaders), ...forged[knocks % forged.length] },
          ...(method === 'POST' || method === 'PUT'
            ? { body: isJson ? '{"decision":"yes"}' : 'decision=yes&renew=yes' }
            : {}),
        });
        knocks += 1;
        const isRefusal = method === 'HEAD' ? answer.body === '' : /not-through-the-door/u.test(answer.body);
        if (answer.status !== 403 || !isRefusal) wrong.push(`${method} ${path}: ${answer.status}`);
      }
    expect(wrong).toEqual([]);
    await stack.settle();
    const { calls } = await stack.calls();
    const made = calls.filter(({ by }) => by === 'code').map(({ action }) => action);
    expect(made.filter((action) => action !== 'secretsmanager:GetSecretValue')).toEqual([]);
    expect(JSON.stringify(await stack.rows())).toBe(rows);
    console.log(`the API's own address: ${knocks} knocks, ${knocks} answers 403, no call but for the secret`);
  });

  it('serves nobody with the right body either: a registration there is not stored', async () => {
    const before = (await stack.nouns('practitioner')).length;
    const body = JSON.stringify(
      stack.anOffer({ email: 'beside@dpp.example', registrationNumber: '2088001' }),
    );
    for (const headers of forged)
      expect(
        (await beside({ path: '/api/v1/practitioners', headers: { ...jsonHeaders, ...headers }, body }))
          .status,
      ).toBe(403);
    await stack.settle();
    expect(await stack.nouns('practitioner')).toHaveLength(before);
    expect(await stack.mails('beside@dpp.example')).toEqual([]);
  });

  it('the header that opens it cannot be sent through CloudFront, nor does it come back', async () => {
    for (const headers of forged) {
      const answer = await throughCloudFront({ method: 'GET', path: '/health', headers });
      expect(answer.status).toBe(200);
      expect(answer.headers.join().toLowerCase()).not.toContain(DOOR_HEADER);
    }
  });
});

describe('the caller’s network', () => {
  const stack = journeyStack(32);
  const raw = rawTo(stack.site);

  it('is what CloudFront says, whatever the caller says', async () => {
    await stack.empty();
    const statuses: number[] = [];
    for (let index = 0; index < 25; index += 1) {
      const address = `198.51.${String(index)}.7`;
      const { status } = await raw({
        path: '/api/v1/practitioners',
        headers: {
          ...jsonHeaders,
          'cloudfront-viewer-address': `${address}:443`,
          'x-forwarded-for': `${address}, 10.0.0.1`,
          'x-real-ip': address,
          'true-client-ip': address,
          forwarded: `for=${address}`,
        },
        body: JSON.stringify(
          stack.anOffer({
            email: `n${String(index)}@dpp.example`,
            registrationNumber: String(2_089_000 + index),
          }),
        ),
        network: 33,
      });
      statuses.push(status);
    }
    expect(statuses.filter((status) => status === 202)).toHaveLength(20);
    expect(statuses.slice(20)).toEqual([429, 429, 429, 429, 429]);
  });
});
