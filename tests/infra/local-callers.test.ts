import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isFromOwnPage } from '../../infra/local/network/local-callers.ts';
import { type Listening, serve } from '../../infra/local/network/json-http.ts';

let server: Listening;
let reached = 0;
beforeAll(async () => {
  server = await serve(0, (asked, response) => {
    if (isFromOwnPage(asked, response)) {
      reached += 1;
      response.end('reached');
    }
    return Promise.resolve();
  });
});
afterAll(() => server.close());

const ask = (headers: Readonly<Record<string, string>>, method = 'POST'): Promise<number | undefined> =>
  new Promise((done, failed) => {
    request({ host: '127.0.0.1', port: server.port, method, headers }, (response) => {
      response.resume();
      done(response.statusCode);
    })
      .once('error', failed)
      .end();
  });
const own = () => `localhost:${String(server.port)}`;

describe('a server of the runner', () => {
  it.each(['localhost', '127.0.0.1', '[::1]', 'kent.localhost', 'LOCALHOST'])(
    'answers under %s',
    async (name) => {
      expect(await ask({ host: `${name}:${String(server.port)}` })).toBe(200);
    },
  );

  it.each([
    'evil.example',
    'localhost.evil.example',
    'evil.example:80',
    'x@localhost',
    '127.0.0.1.evil.example',
    '192.0.2.7',
    'evil.example/localhost',
  ])('answers nobody under %s, a name that others can make lead here', async (host) => {
    const before = reached;
    expect(await ask({ host })).toBe(421);
    expect(reached).toBe(before);
  });
});

describe('the runner’s page', () => {
  it('takes what its own page, a program or a person sends', async () => {
    for (const headers of [
      {},
      { origin: `http://${own()}` },
      { origin: `http://${own()}`, 'sec-fetch-site': 'same-origin' },
      { 'sec-fetch-site': 'none' },
    ])
      expect(await ask({ host: own(), ...headers })).toBe(200);
    expect(
      await ask({ host: own(), 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' }, 'GET'),
    ).toBe(200);
  });

  it.each([
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { origin: 'http://localhost:8080', 'sec-fetch-site': 'same-site' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' },
    { 'sec-fetch-site': 'same-site', 'sec-fetch-mode': 'navigate' },
  ])('takes no form of another page: %j', async (headers) => {
    const before = reached;
    expect(await ask({ host: own(), ...headers })).toBe(403);
    expect(reached).toBe(before);
  });

  it('is read by no script of another page', async () => {
    for (const site of ['cross-site', 'same-site'])
      expect(await ask({ host: own(), 'sec-fetch-site': site, 'sec-fetch-mode': 'no-cors' }, 'GET')).toBe(
        403,
      );
  });
});
