import { describe, expect, it } from 'vitest';
import { routes } from '../../shared/contracts/routes.ts';
import { type EdgeFile, edgeCode } from '../../infra/constructs/edge-code.ts';
import { dynamicPathsOf } from '../../infra/definition/dynamic-paths.ts';
import { edgeFunction } from '../../infra/local/edge/edge-function.ts';

const system = {
  teamEmail: 'team@dpp.example',
  replyTo: 'team@dpp.example',
  placeLeads: {},
  sharesWith: [],
  merged: [],
};
const systems = [
  { ...system, id: 'kent', domain: 'kent.example' },
  {
    ...system,
    id: 'sussex',
    domain: 'sussex.example',
    merged: [{ id: 'riverlands', domain: 'riverlands.example' }],
  },
];
const files = ['/index.html', '/privacy/index.html', '/assets/site.css', '/.well-known/security.txt'];
interface Asked {
  readonly method?: string;
  readonly query?: string;
  readonly headers?: Readonly<Record<string, string>>;
}
const TOKEN = 'Ab_-'.repeat(10) + 'xyz';
const AT_KENT = { host: 'kent.example' };
const answer = (
  file: EdgeFile,
  path: string,
  { method = 'GET', query = '', headers = AT_KENT }: Asked = {},
) =>
  edgeFunction(edgeCode(file, systems, files))({
    method,
    path,
    query,
    headers,
    body: Buffer.alloc(0),
    sourceAddress: '127.0.0.1',
  });
const run = (...asked: Parameters<typeof answer>) => {
  const result = answer(...asked);
  return 'status' in result
    ? `${result.status} ${result.headers.map(([name, value]) => `${name}: ${value}`).join()}`
    : result.path;
};

describe('an address of the static site', () => {
  it.each([
    ['/', '/kent/index.html'],
    ['/privacy/', '/kent/privacy/index.html'],
    ['/assets/site.css', '/kent/assets/site.css'],
    ['/.well-known/security.txt', '/kent/.well-known/security.txt'],
    ['/_astro/page.AbC123.css', '/kent/_astro/page.AbC123.css'],
    ['/privacy', '301 location: /privacy/'],
  ])('%s is %s', (path, found) => {
    expect(run('static-path.js', path)).toBe(found);
  });

  it.each([
    `/offer/${TOKEN}`,
    `/offer/${TOKEN}/`,
    `/${TOKEN}`,
    `/privacy/${TOKEN}`,
    `/privacy/index.html/${TOKEN}`,
    `/assets/${TOKEN}`,
    `/assets/site.css/${TOKEN}`,
    `/_astro/a/${TOKEN}`,
    `/OFFERS/${TOKEN}`,
    '/sussex/index.html',
    '/kent/index.html',
    '/__proto__',
    '/constructor/',
    '//evil.example',
    '//evil/page',
    '/../index.html',
    '/%2e%2e/privacy/',
  ])('%s is no file: its path does not reach the bucket, whose log would hold it', (path) => {
    expect(run('static-path.js', path)).toBe('/kent/no-file');
  });
});

describe('an address that a function answers', () => {
  it('stays as it is without a slash at the end', () => {
    expect(run('dynamic-path.js', '/offers/token')).toBe('/offers/token');
  });

  it('loses the slash at its end, and keeps its query', () => {
    expect(run('dynamic-path.js', '/insights/')).toBe('301 location: /insights');
    expect(run('dynamic-path.js', '/find-a-dpp/results/', { query: 'q=a%20b&area=1&area=2' })).toBe(
      '301 location: /find-a-dpp/results?q=a%20b&area=1&area=2',
    );
  });

  it('that lost its token still belongs to the function, with or without a slash', () => {
    const patterns = dynamicPathsOf(routes).map(({ pattern }) => pattern);
    const pages = patterns.filter((pattern) => pattern.endsWith('/*') && !pattern.startsWith('/api/'));
    expect(pages).toContain('/manage/*');
    for (const page of pages) {
      expect(run('dynamic-path.js', page.slice(0, -1))).toBe(`301 location: ${page.slice(0, -2)}`);
      expect(patterns).toContain(page.slice(0, -2));
    }
  });

  it('is not redirected for a POST, because the answers would be lost', () => {
    expect(run('dynamic-path.js', '/register/about-you/', { method: 'POST' })).toBe('/register/about-you/');
  });

  it('never redirects to another host', () => {
    expect(run('dynamic-path.js', '//evil.example/')).toBe('301 location: /evil.example');
  });
});

it('a parameter called __proto__ reaches no other object of the runner', () => {
  expect(run('dynamic-path.js', '/register/', { query: '__proto__=a&__proto__=b' })).toMatch(/^301 /u);
  expect(Object.keys(Object.prototype)).toEqual([]);
});

describe('the host name of a request', () => {
  const files = ['static-path.js', 'dynamic-path.js'] as const;

  it.each(files)('tells %s its system, whatever the caller says', (file) => {
    const headers = { host: 'Sussex.Example', 'x-dpp-system': 'kent' };
    expect(answer(file, '/offers/a.b', { headers })).toMatchObject({ headers: { 'x-dpp-system': 'sussex' } });
  });

  it.each(files)('that %s does not know has no service', (file) => {
    for (const host of ['d111111abcdef8.cloudfront.net', 'kent', '__proto__', 'constructor', ''])
      expect(answer(file, '/', { headers: { host } })).toMatchObject({ status: 404 });
    expect(answer(file, '/', { headers: {} })).toMatchObject({ status: 404 });
  });

  it('leads to the files of its system', () => {
    expect(run('static-path.js', '/', { headers: { host: 'sussex.example' } })).toBe('/sussex/index.html');
  });
});

describe('the former host name of a system that was merged', () => {
  const headers = { host: 'riverlands.example' };

  it('redirects links in old e-mails and pages to the new one', () => {
    expect(run('dynamic-path.js', '/offers/abc', { headers, query: 'from=mail&x=1' })).toBe(
      '301 location: https://sussex.example/offers/abc?from=mail&x=1',
    );
    expect(run('static-path.js', '/privacy/', { headers })).toBe(
      '301 location: https://sussex.example/privacy/',
    );
  });

  it('takes a POST where it arrives, because mail programs follow no redirect', () => {
    const result = answer('dynamic-path.js', '/unsubscribe/abc', { headers, method: 'POST' });
    expect('status' in result ? undefined : result.headers['x-dpp-system']).toBe('sussex');
  });
});

describe('the address of open data', () => {
  const gzip = { headers: { ...AT_KENT, 'accept-encoding': 'gzip, deflate, br' } };

  it('leads to the file of its system', () => {
    expect(answer('open-data-path.js', '/open-data/directory.json', gzip)).toMatchObject({
      path: '/kent/open-data/directory.json',
      headers: { 'x-dpp-system': 'kent' },
    });
  });

  it.each([undefined, 'identity', 'gzip;q=0', 'br', ''])(
    'leads to the plain file if the caller accepts only %s',
    (accepted) => {
      const headers = { ...AT_KENT, ...(accepted === undefined ? {} : { 'accept-encoding': accepted }) };
      expect(answer('open-data-path.js', '/open-data/directory.csv', { headers })).toMatchObject({
        path: '/kent/open-data/plain/directory.csv',
      });
    },
  );

  it.each(['gzip', 'br;q=1.0, gzip;q=0.5', '*', 'deflate,gzip'])(
    'leads to the compressed file if the caller accepts %s',
    (accepted) => {
      const headers = { ...AT_KENT, 'accept-encoding': accepted };
      expect(answer('open-data-path.js', '/open-data/directory.csv', { headers })).toMatchObject({
        path: '/kent/open-data/directory.csv',
      });
    },
  );

  it('with a search leads to the function that answers it, as older links expect', () => {
    expect(
      answer('open-data-path.js', '/open-data/directory.csv', { ...gzip, query: 'near=ME7&area=pain' }),
    ).toMatchObject({
      status: 302,
      headers: [['location', '/find-a-dpp/results.csv?near=ME7&area=pain']],
    });
  });
});
