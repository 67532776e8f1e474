import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { routes } from '../../shared/contracts/routes.ts';
import { dynamicPathsOf } from '../../infra/definition/dynamic-paths.ts';
import { edgeFunction } from '../../infra/local/edge/edge-function.ts';

const edge = resolve(import.meta.dirname, '../../infra/edge');
const run = (file: string, path: string, { method = 'GET', query = '' } = {}) => {
  const result = edgeFunction(readFileSync(join(edge, file), 'utf8'))({
    method,
    path,
    query,
    headers: {},
    body: Buffer.alloc(0),
    sourceAddress: '127.0.0.1',
  });
  return 'status' in result
    ? `${result.status} ${result.headers.map(([name, value]) => `${name}: ${value}`).join()}`
    : result.path;
};

describe('an address of the static site', () => {
  it.each([
    ['/', '/index.html'],
    ['/privacy/', '/privacy/index.html'],
    ['/assets/site.css', '/assets/site.css'],
    ['/.well-known/security.txt', '/.well-known/security.txt'],
    ['/privacy', '301 location: /privacy/'],
  ])('%s is %s', (path, found) => {
    expect(run('static-path.js', path)).toBe(found);
  });

  it('never redirects to another host', () => {
    expect(run('static-path.js', '//evil.example')).toBe('//evil.example');
    expect(run('static-path.js', '//evil/page')).toBe('301 location: /evil/page/');
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
