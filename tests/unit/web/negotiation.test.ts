import { describe, expect, it } from 'vitest';
import { prefersJson } from '../../../functions/web/http/negotiate.ts';
import { callerNetwork, networkOf } from '../../../functions/web/http/caller-network.ts';
import { problem } from '../../../functions/web/http/problem.ts';
import { answer, file, redirect } from '../../../functions/web/http/reply.ts';
import { anHttpRequest } from '../../support/http-event.ts';

describe('page or JSON', () => {
  it.each([
    [undefined, false],
    ['*/*', false],
    ['text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8', false],
    ['application/json', true],
    ['application/problem+json, */*;q=0.1', true],
    ['text/html;q=0.5, application/json;q=0.9', true],
    ['text/html, application/json', false],
    ['application/json;q=x', false],
  ])('Accept "%s" prefers JSON: %s', (accept, expected) => {
    expect(prefersJson(accept)).toBe(expected);
  });

  it('makes the page only when a page is wanted', () => {
    const request = anHttpRequest({ wantsJson: true });
    const page = (): string => {
      throw new Error('not wanted');
    };
    expect(answer({ request, page, json: { a: 1 } }).body).toBe('{"a":1}');
  });

  it('lets public answers be cached for the given time, and others not at all', () => {
    const request = anHttpRequest();
    const kept = answer({ request, page: () => '', json: {}, maxAgeSeconds: 60 });
    expect(kept.headers['cache-control']).toBe('public, max-age=60');
    expect(answer({ request, page: () => '', json: {} }).headers['cache-control']).toBe('no-store');
  });

  it('describes a problem in words on a page and by code in JSON', () => {
    const what = {
      status: 409 as const,
      code: 'offer-already-filled',
      title: 'This place is already filled',
      errors: [{ field: 'answer', message: 'Somebody was quicker' }],
    };
    const page = problem(anHttpRequest(), what);
    expect(page.headers['content-type']).toContain('text/html');
    expect(page.body).toContain('<h1 class="nhsuk-heading-l">This place is already filled</h1>');
    expect(page.body).toContain('Somebody was quicker');
    const json = problem(anHttpRequest({ wantsJson: true }), what);
    expect(json.headers['content-type']).toBe('application/problem+json');
    expect(JSON.parse(json.body)).toMatchObject({ code: 'offer-already-filled', status: 409 });
  });

  it('gives files a name', () => {
    const { headers } = file({
      body: 'a,b',
      contentType: 'text/csv; charset=utf-8',
      fileName: 'directory.csv',
    });
    expect(headers['content-disposition']).toBe('attachment; filename="directory.csv"');
  });

  it.each(['//evil.example', 'https://evil.example', '/\\evil.example', '/a\r\nset-cookie: b', ''])(
    'never redirects to "%s"',
    (location) => {
      expect(() => redirect(location)).toThrow('path of our own');
    },
  );
});

describe('the network that an address lies in', () => {
  it.each([
    ['192.0.2.7', '192.0.2'],
    ['::ffff:192.0.2.7', '192.0.2'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:0'],
    ['2001:db8:1:12fe:3:4:5:6', '2001:db8:1:1200'],
    ['2001:0db8:0001:12ff::', '2001:db8:1:1200'],
    ['2001:DB8::7', '2001:db8:0:0'],
    ['::1', '0:0:0:0'],
    ['fe80::1%eth0', 'fe80:0:0:0'],
    ['', 'unknown'],
    ['somewhere', 'unknown'],
    ['192.0.2.7, 198.51.100.9', 'unknown'],
    ['192.0.2.700', 'unknown'],
    ['2001:db8::g', 'unknown'],
  ])('%s lies in %s', (address, network) => {
    expect(networkOf(address)).toBe(network);
  });

  it("trusts what CloudFront says about the viewer before the connection's own address", () => {
    expect(callerNetwork('198.51.100.9:4711', '192.0.2.7')).toBe('198.51.100');
    expect(callerNetwork('2001:db8:1:2:3:4:5:6:4711', '192.0.2.7')).toBe('2001:db8:1:0');
    expect(callerNetwork('2001:db8::7:443', '192.0.2.7')).toBe('2001:db8:0:0');
    expect(callerNetwork('[2001:db8::7]:443', '192.0.2.7')).toBe('2001:db8:0:0');
    expect(callerNetwork(undefined, '192.0.2.7')).toBe('192.0.2');
  });

  it('is the shared network that the deployment lists for it', () => {
    const shared = [
      { name: 'offices', ranges: ['192.0.2.16/28', '2001:db8:5::/48'], confirmationsAnHour: 100 },
      { name: 'wards', ranges: ['198.51.100.9/32'], confirmationsAnHour: 100 },
    ];
    expect(
      ['192.0.2.15', '192.0.2.16', '192.0.2.31', '192.0.2.32', '::ffff:192.0.2.20', '198.51.100.9'].map(
        (address) => networkOf(address, shared),
      ),
    ).toEqual(['192.0.2', 'shared#offices', 'shared#offices', '192.0.2', 'shared#offices', 'shared#wards']);
    expect(networkOf('2001:db8:5:ffff::1', shared)).toBe('shared#offices');
    expect(networkOf('2001:db8:6::1', shared)).toBe('2001:db8:6:0');
    expect(networkOf('shared#offices', shared)).toBe('unknown');
  });
});
