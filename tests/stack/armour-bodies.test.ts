import { brotliCompressSync, gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { routes } from '../../shared/contracts/routes.ts';
import { formHeaders, jsonHeaders, rawTo } from '../support/armour/http.ts';
import { oddNames, oddTexts } from '../support/armour/texts.ts';
import { journeyStack } from '../support/journey/stack.ts';
import { attacksOn } from '../support/armour/values.ts';
import { kentRegistration } from '../support/journeys.ts';

const KB = 1024;
const bomb = gzipSync(Buffer.alloc(10 * KB * KB));
const form = 'application/x-www-form-urlencoded';
const keys = Array.from({ length: 100_000 }, (_, key) => `"k${key}":0`).join(',');

interface Bad {
  readonly what: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
  readonly statuses: readonly number[];
  /** Routes that answer with other statuses. */
  readonly where?: Readonly<Record<string, readonly number[]>>;
}

const bodies: readonly Bad[] = [
  {
    what: '65 KB of JSON',
    headers: jsonHeaders,
    body: JSON.stringify({ name: 'a'.repeat(65 * KB) }),
    statuses: [413],
  },
  { what: '65 KB of a form', headers: formHeaders, body: `name=${'a'.repeat(65 * KB)}`, statuses: [413] },
  { what: '1 MB', headers: jsonHeaders, body: Buffer.alloc(KB * KB, 'a'), statuses: [413] },
  { what: '10 MB', headers: jsonHeaders, body: Buffer.alloc(10 * KB * KB, 'a'), statuses: [413] },
  {
    what: '10,000 levels of objects',
    headers: jsonHeaders,
    body: `${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`,
    statuses: [400, 413],
  },
  { what: '10,000 levels of lists', headers: jsonHeaders, body: '['.repeat(10_000), statuses: [400] },
  { what: '100,000 names', headers: jsonHeaders, body: `{${keys}}`, statuses: [413] },
  {
    what: '5,000 names in 64 KB',
    headers: jsonHeaders,
    body: `{${keys.slice(0, 50_000).replace(/,[^,]*$/u, '')}}`,
    statuses: [400],
  },
  { what: '20,000 fields of a form', headers: formHeaders, body: 'a=&'.repeat(20_000), statuses: [400] },
  {
    what: 'a bomb in gzip',
    headers: { ...jsonHeaders, 'content-encoding': 'gzip' },
    body: bomb,
    statuses: [415],
  },
  {
    what: 'JSON in brotli',
    headers: { ...jsonHeaders, 'content-encoding': 'br' },
    body: brotliCompressSync('{}'),
    statuses: [415],
  },
  {
    what: 'an encoding that nobody knows',
    headers: { ...jsonHeaders, 'content-encoding': 'x, y' },
    body: '{}',
    statuses: [415],
  },
  {
    what: 'plain text',
    headers: { accept: 'text/html', 'content-type': 'text/plain' },
    body: 'decision=yes',
    statuses: [415],
  },
  {
    what: 'XML',
    headers: { accept: 'text/html', 'content-type': 'application/xml' },
    body: '<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>',
    statuses: [415],
  },
  {
    what: 'parts',
    headers: { accept: 'text/html', 'content-type': 'multipart/form-data; boundary=x' },
    body: '--x\r\n\r\n--x--',
    statuses: [415],
    // Takes a list of learners as a file.
    where: { '/request/{step}': [400] },
  },
  {
    what: 'a type of no type',
    headers: { accept: 'text/html', 'content-type': '/;;=' },
    body: 'a=b',
    statuses: [415],
  },
  { what: 'a body of no type', headers: { accept: 'text/html' }, body: 'decision=yes', statuses: [415] },
  {
    what: 'another character set',
    headers: { ...formHeaders, 'content-type': `${form}; charset=utf-16` },
    body: 'a=b',
    statuses: [415],
  },
  {
    what: 'bytes that are not UTF-8',
    headers: jsonHeaders,
    body: Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d]),
    statuses: [400],
  },
  { what: 'an overlong form of a slash', headers: formHeaders, body: 'decision=%c0%af', statuses: [400] },
  { what: 'a percent sign alone', headers: formHeaders, body: 'decision=100%', statuses: [400] },
  { what: 'half a percent code', headers: formHeaders, body: 'decision=%e2%82', statuses: [400] },
  {
    what: 'a lone surrogate in percent codes',
    headers: formHeaders,
    body: 'decision=%ed%a0%80',
    statuses: [400],
  },
  { what: 'a prototype in a form', headers: formHeaders, body: '__proto__=x&decision=yes', statuses: [400] },
  {
    what: 'a prototype in JSON',
    headers: jsonHeaders,
    body: '{"__proto__":{"decision":"yes"}}',
    statuses: [400],
  },
  { what: 'nothing, as JSON', headers: jsonHeaders, body: '', statuses: [400, 422] },
  { what: 'half of JSON', headers: jsonHeaders, body: '{"decision":', statuses: [400] },
];

const posts = routes.filter(({ method }) => method === 'POST').map(({ path }) => path);

describe('a body that no route accepts', () => {
  const stack = journeyStack(42);
  const raw = rawTo(stack.site);
  /** Fills in tokens that do not exist. They suffice, because the body is refused before the token is looked up. */
  const pathOf = (route: string) =>
    route.replace('{token}', 'A'.repeat(43)).replace('{step}', 'about-you').replace('{action}', 'pause');

  beforeAll(() => stack.empty());

  it.each(bodies)(
    '$what is refused on every route, by its own status',
    async ({ headers, body, statuses, where = {} }) => {
      for (const route of posts) {
        // One-click unsubscribe ignores a small body, so it may also answer 410 because it does not know the token.
        const usual = where[route] ?? statuses;
        const expected = route.startsWith('/unsubscribe') ? [...usual, 410] : usual;
        // The API may also refuse a form with 422.
        const allowed = route.startsWith('/api/') && headers === formHeaders ? [...expected, 422] : expected;
        const answer = await raw({ path: pathOf(route), headers, ...(body === undefined ? {} : { body }) });
        expect(allowed, `${route}: ${answer.body.slice(0, 200)}`).toContain(answer.status);
      }
    },
  );

  it('refusing a body of 10 MB takes at most fifty times as long as a small one', async () => {
    const small = { path: '/api/v1/requests', headers: jsonHeaders, body: '{}' };
    await raw(small);
    const times = [await raw(small), await raw(small), await raw(small)].map(
      ({ milliseconds }) => milliseconds,
    );
    const large = await raw({ ...small, body: Buffer.alloc(10 * KB * KB, 'a') });
    const ratio = large.milliseconds / Math.min(...times);
    console.log(`10 MB refused in ${ratio.toFixed(1)} times what 2 bytes take`);
    expect(large.status).toBe(413);
    expect(ratio).toBeLessThan(50);
  });

  it('the same attacks as over the memory table are refused over HTTP with the same field', async () => {
    const [name, email] = kentRegistration.steps.flatMap(({ questions }) => questions);
    let sent = 0;
    for (const question of [name!, email!])
      for (const { what, json, bad } of attacksOn(question)) {
        const good = JSON.stringify({ ...stack.anOffer(), [question.name]: undefined }).slice(1);
        const body = `{${JSON.stringify(question.name)}:${json},${good}`;
        const answer = await raw({ path: '/api/v1/practitioners', headers: jsonHeaders, body, network: 43 });
        sent += 1;
        expect(answer.status, what).toBeLessThan(500);
        if (answer.status === 202) await stack.forgetQuotas();
        if (!bad) continue;
        expect(answer.status, `${question.name}: ${what}`).toBeGreaterThanOrEqual(400);
        if (answer.status === 422) expect(answer.body, what).toContain(`"field":"${question.name}`);
      }
    console.log(`over HTTP: ${sent} bodies`);
  });

  it('names of fields from outside are data, never code, in the address too', async () => {
    for (const path of [
      '/find-a-dpp/results',
      '/dpp',
      '/insights',
      '/register/about-you',
      '/request/kind-of-request',
    ])
      for (const odd of [...oddNames, ...oddTexts.map(([, text]) => text)]) {
        const query = `${encodeURIComponent(odd.slice(0, 200))}=${encodeURIComponent(odd.slice(0, 200))}&q=${encodeURIComponent(odd.slice(0, 200))}`;
        const answer = await raw({
          method: 'GET',
          path: `${path}?${query}`,
          headers: { accept: 'text/html' },
        });
        expect(answer.status, `${path} ${odd}`).toBeLessThan(500);
      }
    for (const query of [
      'q=%',
      'q=%ff%fe',
      'near=%00',
      '__proto__=1',
      'page=-1',
      'page=1e999',
      'page=NaN',
      'q=%ed%a0%80',
    ])
      expect((await raw({ method: 'GET', path: `/find-a-dpp/results?${query}` })).status, query).toBeLessThan(
        500,
      );
  });
});
