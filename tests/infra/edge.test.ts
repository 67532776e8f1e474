import { beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { responseHeadersPolicy } from '../../infra/local/edge/cloudfront-settings.ts';
import { headersAddedBy } from '../../infra/local/edge/response-headers.ts';
import { type Synthesized, synthesized } from '../support/synthesized.ts';

const behaviour = z.object({
  PathPattern: z.string(),
  AllowedMethods: z.array(z.string()),
  CachePolicyId: z.union([z.string(), z.object({ Ref: z.string() })]),
  ResponseHeadersPolicyId: z.object({ Ref: z.string() }),
});
const distribution = z.object({
  DistributionConfig: z.object({
    CacheBehaviors: z.array(behaviour),
    DefaultCacheBehavior: behaviour.omit({ PathPattern: true }),
    ViewerCertificate: z.object({ MinimumProtocolVersion: z.string() }),
  }),
});
const route = z.object({ RouteKey: z.string() });
const cachePolicy = z.object({ CachePolicyConfig: z.object({ MaxTTL: z.number() }) });

/** Id of CloudFront's managed cache policy that caches nothing. */
const KEEPS_NOTHING = '4135ea2d-6df8-44a3-9df3-4b5a84be39ad';

let stacks: Synthesized;
let config: z.infer<typeof distribution>['DistributionConfig'];
beforeAll(async () => {
  stacks = await synthesized();
  config = stacks.all('AWS::CloudFront::Distribution', distribution)[0]!.DistributionConfig;
});

const fits = (pattern: string, path: string): boolean =>
  pattern.endsWith('*') ? path.startsWith(pattern.slice(0, -1)) : pattern === path;
const behaviourOf = (path: string) =>
  config.CacheBehaviors.find(({ PathPattern }) => fits(PathPattern, path));
const routes = () =>
  stacks
    .all('AWS::ApiGatewayV2::Route', route)
    .map(({ RouteKey }) => RouteKey)
    .filter((key) => key !== '$default')
    .map((key) => {
      const [method = '', path = ''] = key.split(' ');
      return { key, method, path: path.replaceAll(/\{\w+\}/g, 'x') };
    });

describe('every route of the API', () => {
  it('is reached through the site, with its method', () => {
    expect(routes().length).toBeGreaterThan(30);
    for (const { key, method, path } of routes())
      expect([key, behaviourOf(path)?.AllowedMethods.includes(method)]).toEqual([key, true]);
  });

  it('with a personal page is cached nowhere', () => {
    for (const { path } of routes().filter((one) => one.path.endsWith('/x') && !one.path.startsWith('/dpp/')))
      expect([path, behaviourOf(path)?.CachePolicyId]).toEqual([path, KEEPS_NOTHING]);
  });

  it('that is public is cached for at most half a minute, so unpublishing takes effect within one', () => {
    const kept = config.CacheBehaviors.map(({ CachePolicyId }) => CachePolicyId).filter(
      (id) => typeof id !== 'string',
    );
    expect(kept.length).toBeGreaterThan(3);
    for (const { CachePolicyConfig } of stacks.all('AWS::CloudFront::CachePolicy', cachePolicy))
      expect(CachePolicyConfig.MaxTTL).toBeLessThanOrEqual(30);
  });
});

describe('every answer', () => {
  it('carries the one policy of headers, static or not', () => {
    const [policy, ...others] = stacks.all('AWS::CloudFront::ResponseHeadersPolicy', z.object({}));
    expect(others).toEqual([]);
    for (const one of [config.DefaultCacheBehavior, ...config.CacheBehaviors])
      expect(one.ResponseHeadersPolicyId.Ref).toBe(policy?.id);
  });

  it('allows nothing inline, no other host, no frame', () => {
    const [policy] = stacks.all('AWS::CloudFront::ResponseHeadersPolicy', responseHeadersPolicy);
    const headers = new Map(headersAddedBy(policy!).map(({ name, value }) => [name, value]));
    const csp = headers.get('content-security-policy') ?? '';
    expect(csp).not.toMatch(/unsafe-|https?:|\*/);
    expect(csp).toContain("default-src 'none'");
    expect(csp).toContain("frame-ancestors 'none'");
    expect(headers.get('strict-transport-security')).toMatch(/^max-age=63072000; includeSubDomains$/);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect([...headers.keys()]).toEqual(
      expect.arrayContaining(['referrer-policy', 'permissions-policy', 'cross-origin-opener-policy']),
    );
  });

  it('travels on TLS 1.2 or newer', () => {
    expect(config.ViewerCertificate.MinimumProtocolVersion).toBe('TLSv1.2_2021');
  });
});
