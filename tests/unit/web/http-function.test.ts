import type { Context } from 'aws-lambda';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { aDoor } from '../../support/a-door.ts';
import { answerRequests, type LambdaReply } from '../../../functions/web/http/answer-requests.ts';
import type { HttpRequest } from '../../../functions/web/http/http-message.ts';
import { answer, redirect } from '../../../functions/web/http/reply.ts';
import type { Route } from '../../../functions/web/http/route.ts';
import { logTo } from '../../../functions/platform/log.ts';
import { aForm, anEvent, someJson } from '../../support/http-event.ts';
import { brandingOf } from '../../../site/src/branding.ts';
import { kentAndMedway } from '../../support/kent-and-medway.ts';

const SITE = 'https://dpp.example';

const aFunction = () => {
  const seen: HttpRequest[] = [];
  const lines: { message: string; facts: object }[] = [];
  const keep = (message: string, facts: object) => void lines.push({ message, facts });
  const show = (request: HttpRequest) => {
    seen.push(request);
    const name = request.params['token'] ?? 'nobody';
    return Promise.resolve(
      answer({ request, page: () => `<h1>${name}</h1>`, json: { name }, personal: true }),
    );
  };
  const routes: readonly Route[] = [
    { method: 'GET', path: '/offers/{token}', handler: show },
    { method: 'POST', path: '/offers/{token}', handler: show },
    { method: 'GET', path: '/dpp/{slug}', handler: show },
    { method: 'POST', path: '/unsubscribe/{token}', isOneClick: true, handler: show },
    { method: 'GET', path: '/moved', handler: () => Promise.resolve(redirect('/offers/x')) },
    {
      method: 'GET',
      path: '/long/{length}',
      handler: ({ params, branding }) =>
        Promise.resolve(
          answer({
            request: { wantsJson: true, branding },
            page: () => '',
            // A quotation mark takes four bytes, because the body is JSON within JSON.
            json: '"'.repeat(Number(params['length'])),
          }),
        ),
    },
    {
      method: 'GET',
      path: '/broken',
      handler: () => Promise.reject(new TypeError('no place\n    at amara@dpp.example (Amara Ojo:1:2)')),
    },
  ];
  const handler = answerRequests({
    door: aDoor,
    log: logTo({ info: keep, error: keep }),
    servedFor: (id) =>
      Promise.resolve(
        id === 'another' ? undefined : { routes, siteUrl: SITE, branding: brandingOf(kentAndMedway) },
      ),
  });
  const ask = (event: unknown): Promise<LambdaReply> => handler(event, {} as Context);
  return { ask, seen, lines };
};

const problemOf = (reply: LambdaReply) =>
  z
    .object({
      status: z.number(),
      code: z.string(),
      errors: z.array(z.object({ field: z.string() })).optional(),
    })
    .parse(JSON.parse(reply.body));

describe('a function behind HTTP', () => {
  it('hands the handler a parsed form', async () => {
    const { ask, seen } = aFunction();
    const reply = await ask(
      aForm('/offers/abc', 'answer=accept&area=lipids&area=pain+%26+frailty', { origin: SITE }),
    );
    expect(reply.statusCode).toBe(200);
    expect(reply.body).toBe('<h1>abc</h1>');
    expect(seen[0]).toMatchObject({
      method: 'POST',
      params: { token: 'abc' },
      form: { answer: ['accept'], area: ['lipids', 'pain & frailty'] },
      wantsJson: false,
      network: '192.0.2',
    });
  });

  it('answers 422 with advice instead of an answer that is larger than Lambda sends', async () => {
    const { ask } = aFunction();
    const large = 6 * 1024 * 1024;
    const fitting = await ask(anEvent({ path: `/long/${Math.floor(large / 4.2)}` }));
    expect(fitting.statusCode).toBe(200);
    expect(Buffer.byteLength(JSON.stringify(fitting))).toBeLessThan(large);
    const refused = await ask(
      anEvent({ path: `/long/${Math.floor(large / 3.9)}`, headers: { accept: 'application/json' } }),
    );
    expect(refused.statusCode).toBe(422);
    expect(problemOf(refused)).toMatchObject({ status: 422, code: 'answer-too-large' });
  });

  it('answers 404 without a handler for a system that the deployment does not have', async () => {
    const { ask, seen, lines } = aFunction();
    const event = anEvent({ path: '/offers/abc', headers: { 'x-dpp-system': 'another' } });
    expect((await ask(event)).statusCode).toBe(404);
    expect(seen).toEqual([]);
    expect(lines.at(-1)).toMatchObject({ facts: { route: 'unknown-system', status: 404 } });
  });

  it('hands the handler JSON and answers in JSON', async () => {
    const { ask, seen } = aFunction();
    const reply = await ask(someJson('/offers/abc', { answer: 'accept' }));
    expect(seen[0]).toMatchObject({ json: { answer: 'accept' }, wantsJson: true, form: {} });
    expect(JSON.parse(reply.body)).toEqual({ name: 'abc' });
    expect(reply.headers['content-type']).toContain('application/json');
  });

  it('keeps personal answers out of caches, referrers and search engines', async () => {
    const { ask } = aFunction();
    const { headers } = await ask(anEvent({ path: '/offers/abc' }));
    expect(headers).toMatchObject({
      'cache-control': 'no-store',
      'referrer-policy': 'same-origin',
      'x-robots-tag': 'noindex, nofollow',
    });
  });

  it('answers HEAD as GET without the body', async () => {
    const { ask, seen } = aFunction();
    const get = await ask(anEvent({ path: '/offers/abc' }));
    const head = await ask(anEvent({ path: '/offers/abc', method: 'HEAD' }));
    expect(head).toEqual({ ...get, body: '' });
    expect(seen[1]?.method).toBe('GET');
  });

  it('reads every value of a query', async () => {
    const { ask, seen } = aFunction();
    await ask(anEvent({ path: '/dpp/amara', query: 'area=pain&area=lipids&q=100%' }));
    expect({ ...seen[0]?.query }).toEqual({ area: ['pain', 'lipids'], q: ['100%'] });
  });

  it.each([
    ['/elsewhere', 'GET', 404, 'page-not-found'],
    ['/offers/', 'GET', 404, 'page-not-found'],
    ['/offers/a/b', 'GET', 404, 'page-not-found'],
    ['/dpp/amara', 'POST', 405, 'method-not-allowed'],
    ['/offers/abc', 'DELETE', 405, 'method-not-allowed'],
  ])('answers %s asked by %s with %i', async (path, method, status, code) => {
    const { ask, seen } = aFunction();
    const reply = await ask(anEvent({ path, method, headers: { accept: 'application/json' } }));
    expect(reply.statusCode).toBe(status);
    expect(problemOf(reply)).toMatchObject({ status, code });
    expect(seen).toHaveLength(0);
  });

  it('says which methods are allowed', async () => {
    const { ask } = aFunction();
    expect((await ask(anEvent({ path: '/offers/a', method: 'PUT' }))).headers['allow']).toBe(
      'GET, HEAD, POST',
    );
  });

  it('accepts a body of any type where the body is ignored', async () => {
    const { ask } = aFunction();
    const reply = await ask(
      anEvent({
        method: 'POST',
        path: '/unsubscribe/abc',
        headers: { 'content-type': 'multipart/form-data; boundary=x' },
        body: '--x--',
      }),
    );
    expect(reply.statusCode).toBe(200);
  });

  it('redirects with 303', async () => {
    const { ask } = aFunction();
    expect(await ask(anEvent({ path: '/moved' }))).toMatchObject({
      statusCode: 303,
      headers: { location: '/offers/x' },
    });
  });
});

describe('an unexpected error', () => {
  it('is answered with a page that reveals nothing about it', async () => {
    const { ask } = aFunction();
    const reply = await ask(anEvent({ path: '/broken', headers: { accept: 'text/html' } }));
    expect(reply.statusCode).toBe(500);
    expect(reply.body).toContain('There is a problem with the service');
    expect(reply.body).not.toMatch(/Amara|TypeError/u);
  });

  it('is logged by kind and place, without its message', async () => {
    const { ask, lines } = aFunction();
    await ask(anEvent({ path: '/broken' }));
    const line = JSON.stringify(lines);
    expect(lines[0]).toMatchObject({
      message: 'request-failed',
      facts: { route: '/broken', kind: 'TypeError' },
    });
    expect(line).toContain('http-function.test.ts');
    expect(line).not.toMatch(/Amara|amara/u);
  });

  it('includes an event of an unknown shape', async () => {
    const { ask } = aFunction();
    expect((await ask({ hello: 'world' })).statusCode).toBe(500);
  });

  it('never puts a token into the log', async () => {
    const { ask, lines } = aFunction();
    const token = 'k'.repeat(43);
    await ask(anEvent({ path: `/offers/${token}` }));
    await ask(anEvent({ path: `/elsewhere/${token}` }));
    expect(JSON.stringify(lines)).not.toContain(token);
    expect(lines[0]?.facts).toMatchObject({ route: '/offers/{token}', status: 200 });
  });
});

describe('a body that is refused before the handler', () => {
  const deep = (levels: number) => `${'['.repeat(levels)}${']'.repeat(levels)}`;
  const many = (count: number) =>
    JSON.stringify(Object.fromEntries([...Array(count).keys()].map((n) => [`k${n}`, 1])));
  const json = (body: string | Buffer, headers: Readonly<Record<string, string>> = {}) =>
    anEvent({
      method: 'POST',
      path: '/offers/a',
      headers: { 'content-type': 'application/json', ...headers },
      body,
    });
  const form = (body: string) => aForm('/offers/a', body, { accept: 'application/json' });

  it.each([
    ['65 KB', json(`"${'a'.repeat(65 * 1024)}"`), 413, 'body-too-large'],
    ['1 MB of a form', form(`a=${'b'.repeat(1024 * 1024)}`), 413, 'body-too-large'],
    ['JSON cut short', json('{"a":'), 400, 'json-not-readable'],
    ['10,000 levels', json(deep(10_000)), 400, 'json-too-deep'],
    ['33 levels', json(deep(33)), 400, 'json-too-deep'],
    ['1,001 keys', json(many(1_001)), 400, 'json-too-many-values'],
    ['1,001 list entries', json(JSON.stringify(Array(1_001).fill(0))), 400, 'json-too-many-values'],
    ['a prototype in JSON', json('{"a":{"__proto__":{"admin":true}}}'), 400, 'json-name-not-allowed'],
    ['half a pair in a name', json('{"\\ud800":1}'), 400, 'json-name-not-allowed'],
    ['half a pair in a text', json('{"who":{"name":"A\\udc00"}}'), 422, 'fields-not-accepted'],
    ['bytes that are not UTF-8', json(Buffer.from([0x22, 0xc3, 0x28, 0x22])), 400, 'body-not-utf-8'],
    ['a prototype in a form', form('__proto__=1'), 400, 'form-name-not-allowed'],
    ['a surrogate in a form', form('name=%ED%A0%80'), 400, 'form-not-readable'],
    ['1,001 fields', form('a=1&'.repeat(1_001)), 400, 'form-too-many-fields'],
    ['gzip', json('x', { 'content-encoding': 'gzip' }), 415, 'content-encoding-not-supported'],
    [
      'XML',
      json('<a/>', { 'content-type': 'text/xml', accept: 'application/json' }),
      415,
      'content-type-not-supported',
    ],
    [
      'Latin-1',
      json('{}', { 'content-type': 'application/json; charset=iso-8859-1' }),
      415,
      'content-type-not-supported',
    ],
  ])('is refused: %s', async (_, event, status, code) => {
    const { ask, seen } = aFunction();
    const reply = await ask(event);
    expect(problemOf(reply)).toMatchObject({ status, code });
    expect(reply.statusCode).toBe(status);
    expect(seen).toHaveLength(0);
  });

  it('names the field whose text is broken', async () => {
    const { ask } = aFunction();
    expect(problemOf(await ask(json('{"who":{"name":"A\\udc00"}}'))).errors).toMatchObject([
      { field: 'who.name' },
    ]);
  });

  it.each([
    ['32 levels', json(deep(32))],
    ['1,000 keys', json(many(1_000))],
    ['brackets inside a text', json(JSON.stringify(deep(500)))],
    ['a quote inside a text', json(JSON.stringify({ a: `"${deep(500)}\\` }))],
    ['a charset of UTF-8', json('{}', { 'content-type': 'application/json; charset="UTF-8"' })],
  ])('lets pass: %s', async (_, event) => {
    expect((await aFunction().ask(event)).statusCode).toBe(200);
  });
});

describe('a POST from a browser', () => {
  const from = (headers: Readonly<Record<string, string>>) => aForm('/offers/a', 'answer=accept', headers);

  it.each([
    ['our own page', { origin: SITE, 'sec-fetch-site': 'same-origin' }],
    ['our own page that hides where it is', { origin: 'null', 'sec-fetch-site': 'same-origin' }],
    ['an older browser on our own page', { origin: SITE }],
    ['a program', {}],
  ])('passes from %s', async (_, headers) => {
    expect((await aFunction().ask(from(headers))).statusCode).toBe(200);
  });

  it.each([
    ['another site', { origin: 'https://evil.example' }],
    ['another site that hides where it is', { origin: 'null' }],
    ['another site, said by the browser alone', { 'sec-fetch-site': 'cross-site' }],
    ['a sister host', { origin: 'https://x.dpp.example', 'sec-fetch-site': 'same-site' }],
    ['our host without encryption', { origin: 'http://dpp.example' }],
  ])('is refused from %s', async (_, headers) => {
    const { ask, seen } = aFunction();
    expect((await ask(from(headers))).statusCode).toBe(403);
    expect(seen).toHaveLength(0);
  });
});

describe('a POST from a browser that does not say which page sent it', () => {
  const TOKEN = 'Ab_-'.repeat(10) + 'xyz';
  const from = (path: string, fetchSite?: string) =>
    aForm(path, 'answer=accept', {
      origin: 'null',
      ...(fetchSite === undefined ? {} : { 'sec-fetch-site': fetchSite }),
    });

  it.each([undefined, 'none', 'same-origin'])('passes with a token in its path (%s)', async (fetchSite) => {
    expect((await aFunction().ask(from(`/offers/${TOKEN}`, fetchSite))).statusCode).toBe(200);
  });

  it.each([
    [`/offers/${TOKEN}`, 'cross-site'],
    [`/offers/${TOKEN}`, 'same-site'],
    ['/offers/abc', undefined],
    [`/offers/${TOKEN}x`, 'none'],
  ])('is refused at %s (%s)', async (path, fetchSite) => {
    const { ask, seen } = aFunction();
    expect((await ask(from(path, fetchSite))).statusCode).toBe(403);
    expect(seen).toHaveLength(0);
  });
});

describe('a one-click unsubscribe from a mail program', () => {
  it.each([
    ['a web mailer', { origin: 'https://mail.example', 'sec-fetch-site': 'cross-site' }],
    ['a page without an origin', { origin: 'null', 'sec-fetch-site': 'cross-site' }],
    ['a program', {}],
  ])('passes from %s', async (_, headers) => {
    const one = aForm('/unsubscribe/a', 'List-Unsubscribe=One-Click', headers);
    expect((await aFunction().ask(one)).statusCode).toBe(200);
  });
});

describe('a link that ends with what follows it in a text', () => {
  const token = 'Ab_-'.repeat(10) + 'xyz';

  it.each([
    '.',
    ')',
    '>',
    ',',
    '%29',
    '%3E',
    '%2C',
    '%2E',
    '%3e%2c',
    ').',
    '*',
    '%22',
    '%',
    '%20',
    '%E2%80%99',
  ])('opens with %j behind it', async (behind) => {
    const { ask, seen } = aFunction();
    expect((await ask(anEvent({ path: `/offers/${token}${behind}` }))).statusCode).toBe(200);
    expect(seen[0]?.params).toEqual({ token });
  });

  it('does not open without a token', async () => {
    const { ask, seen } = aFunction();
    await ask(anEvent({ path: '/offers/.' }));
    expect(seen[0]?.params).toEqual({ token: '' });
  });

  it('leaves other parts of an address as they are', async () => {
    const { ask, seen } = aFunction();
    await ask(anEvent({ path: '/dpp/amara.' }));
    expect(seen[0]?.params).toEqual({ slug: 'amara.' });
  });
});
