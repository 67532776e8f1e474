import { beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { DOOR_HEADER } from '../../shared/contracts/door-header.ts';
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
    CustomErrorResponses: z.array(
      z.object({
        ErrorCode: z.number(),
        ErrorCachingMinTTL: z.number(),
        ResponseCode: z.number().optional(),
      }),
    ),
    Origins: z.array(
      z.object({
        S3OriginConfig: z.unknown().optional(),
        OriginCustomHeaders: z
          .array(z.object({ HeaderName: z.string(), HeaderValue: z.unknown() }))
          .optional(),
      }),
    ),
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

describe('an error', () => {
  /** Statuses of errors that CloudFront can keep, from its documentation of custom error responses. */
  const errors = [400, 403, 404, 405, 414, 416, 500, 501, 502, 503, 504];

  it('is kept for nobody', () => {
    const kept = errors.filter(
      (status) =>
        config.CustomErrorResponses.find(({ ErrorCode }) => ErrorCode === status)?.ErrorCachingMinTTL !== 0,
    );
    expect(kept).toEqual([]);
  });

  it('of a function or API that failed is replaced by our page, and no other', () => {
    const replaced = config.CustomErrorResponses.flatMap(({ ErrorCode, ResponseCode }) =>
      ResponseCode === undefined ? [] : [[ErrorCode, ResponseCode]],
    );
    expect(replaced).toEqual([
      [500, 500],
      [502, 503],
      [504, 503],
    ]);
  });
});

describe('the door', () => {
  it('is a header with a reference to a secret, which only functions get', () => {
    for (const { S3OriginConfig, OriginCustomHeaders = [] } of config.Origins) {
      const names = OriginCustomHeaders.map(({ HeaderName }) => HeaderName);
      expect(names).toEqual(S3OriginConfig === undefined ? [DOOR_HEADER] : []);
      for (const { HeaderValue } of OriginCustomHeaders)
        expect(JSON.stringify(HeaderValue)).toMatch(/resolve:secretsmanager:.*:SecretString:current::/u);
    }
  });

  it('header and addresses of pages are forwarded from no caller', () => {
    const policies = stacks.all(
      'AWS::CloudFront::OriginRequestPolicy',
      z.object({
        OriginRequestPolicyConfig: z.object({ HeadersConfig: z.object({ Headers: z.array(z.string()) }) }),
      }),
    );
    const forwarded = policies.flatMap(({ OriginRequestPolicyConfig: { HeadersConfig } }) =>
      HeadersConfig.Headers.map((name) => name.toLowerCase()),
    );
    expect(forwarded).toContain('x-dpp-system');
    expect(forwarded).not.toContain(DOOR_HEADER);
    expect(forwarded).not.toContain('referer');
    expect(forwarded).not.toContain('x-forwarded-for');
  });

  it('is the only way in that is printed: no output names the API', () => {
    expect(JSON.stringify(stacks.outputs())).not.toMatch(/execute-api|ApiEndpoint|ApiUrl/u);
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
