import { beforeAll, describe, expect, it } from 'vitest';
import { routes } from '../../shared/contracts/routes.ts';
import { type Answered, comparable, formHeaders, jsonHeaders, rawTo } from '../support/armour/http.ts';
import { linkFor } from '../support/armour/links.ts';
import { journeyStack, linkIn } from '../support/journey/stack.ts';

const posts = routes.filter(({ method }) => method === 'POST').map(({ path }) => path);
/** Mail programs unsubscribe from a page of their own (RFC 8058), with the token as permission. */
const fromOurPages = posts.filter((path) => path !== '/unsubscribe/{token}');

describe('the origin of a form', () => {
  const stack = journeyStack(44);
  const raw = rawTo(stack.site);
  const own = new URL(stack.site).origin;
  let token: Readonly<Record<string, string>> = {};

  beforeAll(async () => {
    await stack.empty();
    const practitionerId = await stack.listed();
    await stack.asked();
    const tokenIn = (path: string) => path.split('/').at(-1) ?? '';
    const fresh = async (kind: 'manage' | 'capacity' | 'unsubscribe') =>
      tokenIn(await linkFor(stack, { kind, recipient: 'practitioner', practitionerId }, 24));
    token = {
      manage: await fresh('manage'),
      capacity: await fresh('capacity'),
      unsubscribe: await fresh('unsubscribe'),
      offers: tokenIn(linkIn(await stack.mailTo('amara@dpp.example', 'Accept or decline'), 'offers')),
      status: tokenIn(linkIn(await stack.mailTo('lee@learner.example', 'We are looking'), 'status')),
    };
  });

  const pathOf = (route: string): string =>
    route
      .replace('{token}', token[route.split('/')[1] ?? ''] ?? 'A'.repeat(43))
      .replace('{step}', 'about-you')
      .replace('{action}', route.startsWith('/status') ? 'withdraw' : 'pause');

  const foreign: readonly Readonly<Record<string, string>>[] = [
    { origin: 'https://evil.example' },
    { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
    { origin: own, 'sec-fetch-site': 'cross-site' },
    { origin: own, 'sec-fetch-site': 'same-site' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { origin: 'null', 'sec-fetch-site': 'cross-site' },
    { origin: 'null', 'sec-fetch-site': 'same-site' },
    { origin: '' },
    { origin: `${own}.evil.example` },
    { origin: `https://evil.example/?${own}` },
    { origin: own.replace('http:', 'https:') },
    { origin: own.toUpperCase() },
    { origin: `${own}, https://evil.example` },
  ];

  /** Headers of browsers that do not say which page sent a form. They are refused where no token speaks for them. */
  const silent: readonly Readonly<Record<string, string>>[] = [
    { origin: 'null' },
    { origin: 'null', 'sec-fetch-site': 'none' },
  ];

  const bodies = [
    { headers: formHeaders, body: 'decision=yes&canSupervise=no&nextYearReason=other&renew=yes' },
    { headers: jsonHeaders, body: '{"decision":"yes"}' },
    { headers: { accept: 'text/html', 'content-type': 'text/plain' }, body: '{"decision":"yes"}' },
    { headers: { accept: 'text/html' }, body: '' },
  ];

  it.each(fromOurPages)(
    'POST %s: a form from another site is refused before anything is read or written',
    async (route) => {
      const before = JSON.stringify(await stack.rows());
      const senders = route.includes('{token}') ? foreign : [...foreign, ...silent];
      for (const [index, sender] of senders.entries()) {
        const { headers, body } = bodies[index % bodies.length]!;
        const answer = await raw({ path: pathOf(route), headers: { ...headers, ...sender }, body });
        expect(answer.status, `${JSON.stringify(sender)} ${answer.body.slice(0, 100)}`).toBe(403);
      }
      await stack.settle();
      expect(JSON.stringify(await stack.rows())).toBe(before);
    },
  );

  it('a phone that sends “Origin: null” can answer an offer', async () => {
    const answer = await raw({
      path: pathOf('/offers/{token}'),
      headers: { ...formHeaders, ...silent[0] },
      body: 'decision=decline&reason=no-time',
    });
    expect(answer.status).toBe(200);
    const [offer] = await stack.nouns('offer');
    expect(JSON.stringify(offer)).toContain('"state":"declined"');
  });

  it('a token that nobody was sent speaks for nobody: nothing is written', async () => {
    await stack.settle();
    const before = JSON.stringify(await stack.rows());
    for (const route of fromOurPages.filter((one) => one.includes('{token}')))
      for (const sender of silent) {
        const path = route.replace('{token}', 'B'.repeat(43)).replace('{action}', 'pause');
        const answer = await raw({ path, headers: { ...formHeaders, ...sender }, body: 'renew=yes' });
        expect([route, answer.status]).toEqual([route, 200]);
        expect(answer.body).toContain('If this link came from us');
      }
    for (const token of ['B'.repeat(42), 'B'.repeat(44), '..%2f', 'null'])
      for (const sender of silent) {
        const answer = await raw({
          path: `/offers/${token}`,
          headers: { ...formHeaders, ...sender },
          body: 'a=b',
        });
        expect([token, answer.status]).toEqual([token, 403]);
      }
    await stack.settle();
    expect(JSON.stringify(await stack.rows())).toBe(before);
  });

  it('a form of our own is accepted, also from browsers that do not say which page sent it', async () => {
    for (const sender of [
      { origin: own },
      { origin: own, 'sec-fetch-site': 'same-origin' },
      { origin: 'null', 'sec-fetch-site': 'same-origin' },
      ...silent,
      {},
    ]) {
      const answer = await raw({
        path: pathOf('/capacity/{token}'),
        headers: { ...formHeaders, ...sender },
        body: 'x=y',
      });
      expect(answer.status).toBe(422);
    }
  });

  it.each([
    ['/api/v1/practitioners', 'amara@dpp.example', 'nobody@dpp.example'],
    ['/api/v1/requests', 'lee@learner.example', 'nobody@learner.example'],
  ])('%s answers known and unknown addresses in the same time', async (path, known, unknown) => {
    await stack.forgetQuotas();
    const bodyFor = async (email: string) =>
      JSON.stringify(
        path.endsWith('requests')
          ? await stack.anAsk({ email })
          : stack.anOffer({ email, registrationNumber: '2099999' }),
      );
    const ask = async (email: string, network: number) =>
      raw({ path, headers: jsonHeaders, body: await bodyFor(email), network });
    await ask(`warm@dpp.example`, 45);
    const pairs: (readonly [Answered, Answered])[] = [];
    // Alternates the order, because the first call of a function is slow. In a fixed order, the same side of the
    // comparison would always be the slow one.
    for (let round = 0; round < 5; round += 1) {
      await stack.forgetQuotas();
      for (let time = 0; time < 3; time += 1)
        if ((round + time) % 2 === 0) pairs.push([await ask(known, 46), await ask(unknown, 47)]);
        else {
          const other = await ask(unknown, 47);
          pairs.push([await ask(known, 46), other]);
        }
    }
    const timed = [...pairs];
    pairs.push([await ask(known, 46), await ask(unknown, 47)]);
    for (const [one, other] of pairs) {
      expect(one.status).toBe(other.status);
      expect(one.body).toBe(other.body);
      expect(comparable(one)).toEqual(comparable(other));
    }
    expect(timed.map(([{ status }]) => status)).toEqual(timed.map(() => 202));
    expect(pairs.at(-1)?.[0].status).toBe(429);
    const median = (side: 0 | 1) =>
      timed.map((pair) => pair[side].milliseconds).toSorted((one, other) => one - other)[7]!;
    console.log(
      `${path}: a known address takes ${(median(0) / median(1)).toFixed(2)} times what an unknown one takes`,
    );
  });
});
