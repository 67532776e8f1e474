import { request as httpRequest } from 'node:http';
import { describe, expect, inject, it } from 'vitest';
import { z } from 'zod';
import packageJson from '../../package.json' with { type: 'json' };
import { localStack } from '../support/local-stack.ts';

const at = inject('stack');
const stack = localStack(at);
const page = (path: string, init?: RequestInit) =>
  fetch(new URL(path, at.site), { redirect: 'manual', ...init });

/** Requests a path exactly as given; `fetch` would normalise it. */
const raw = (path: string, headers: Record<string, string> = {}): Promise<number | undefined> =>
  new Promise((done, failed) => {
    const { hostname, port } = new URL(at.site);
    httpRequest({ hostname, port, path, headers }, (response) => {
      response.resume();
      done(response.statusCode);
    })
      .once('error', failed)
      .end();
  });

describe('the service on one machine', () => {
  it('reports its health, version and checks', async () => {
    const response = await page('/health');
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({
      status: 'ok',
      version: packageJson.version,
      checks: [{ name: 'table', ok: true }],
    });
  });

  it.each(['/', '/privacy/', '/health', '/nowhere/', '/offers/unknown', '/find-a-dpp/results', '/insights'])(
    'gives %s the security headers',
    async (path) => {
      const { headers } = await page(path);
      expect(headers.get('content-security-policy')).toContain("default-src 'none'");
      expect(headers.get('strict-transport-security')).toContain('max-age=');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).not.toBeNull();
      expect(headers.get('permissions-policy')).not.toBeNull();
    },
  );

  it('answers an unknown address with a page or a problem document', async () => {
    const forPeople = await page('/nowhere/', { headers: { accept: 'text/html' } });
    expect([forPeople.status, forPeople.headers.get('content-type')]).toEqual([
      404,
      'text/html; charset=utf-8',
    ]);
    const forPrograms = await page('/api/v1/nowhere', { headers: { accept: 'application/json' } });
    expect([forPrograms.status, forPrograms.headers.get('content-type')]).toEqual([
      404,
      'application/problem+json',
    ]);
  });

  it('never serves a file outside the site’s folder', async () => {
    expect(await raw('/../../package.json')).toBe(404);
    expect(await raw('/%2e%2e/%2e%2e/package.json')).toBe(404);
    expect(await raw('/%zz/')).toBeLessThan(500);
  });

  it('sends text compressed to clients that accept it', async () => {
    const response = await page('/', { headers: { 'accept-encoding': 'br' } });
    expect(response.headers.get('content-encoding')).toBe('br');
    expect(await response.text()).toContain('<h1');
  });

  it('answers HEAD as GET without a body', async () => {
    const response = await page('/health', { method: 'HEAD' });
    expect([response.status, await response.text()]).toEqual([200, '']);
  });
});

describe('a function', () => {
  it('that exceeds its policy is refused as in AWS', async () => {
    const { tableName } = await stack.table();
    const asHealth = await stack.actAs('web-health');
    await expect(asHealth('DynamoDB_20120810.PutItem', { TableName: tableName, Item: {} })).rejects.toThrow(
      'AccessDeniedException',
    );
    const { calls } = await stack.calls();
    expect(calls).toContainEqual(
      expect.objectContaining({
        action: 'dynamodb:PutItem',
        refused: 1,
        function: 'dpp-match-demo-web-health',
      }),
    );
  });

  it('sees the moved clock', async () => {
    const before = await stack.now();
    await stack.advance({ minutes: 90 });
    const after = await stack.now();
    expect(after.getTime() - before.getTime()).toBeGreaterThanOrEqual(90 * 60_000);
    await stack.resetLogs();
    await page('/health');
    const line = (await stack.logs()).find((one) => one.function === 'dpp-match-demo-web-health');
    const { timestamp } = z.object({ timestamp: z.string() }).parse(JSON.parse(line?.line ?? '{}'));
    expect(Math.abs(Date.parse(timestamp) - after.getTime())).toBeLessThan(60_000);
  });
});
