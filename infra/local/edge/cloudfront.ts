import type { IncomingMessage, ServerResponse } from 'node:http';
import {
  type Behaviour,
  distribution,
  edgeCode,
  originRequestPolicy,
  responseHeadersPolicy,
} from './cloudfront-settings.ts';
import { compressed } from './compressed.ts';
import { decodePath } from './decode-path.ts';
import { edgeFunction } from './edge-function.ts';
import type { HttpApi } from './http-api.ts';
import { readBody } from '../network/json-http.ts';
import type { OriginHeaders } from './origin-headers.ts';
import { headersAddedBy, withHeaders } from './response-headers.ts';
import { type ServedStore, servedObjects } from './served-objects.ts';
import { siteBucket } from './site-bucket.ts';
import type { LocalTemplate } from '../template/local-template.ts';
import { unchanged } from './unchanged.ts';
import { type WebAnswer, type WebRequest, webRequestOf } from './web-message.ts';

/**
 * Largest accepted request body in bytes. It is slightly above the HTTP API's limit, so that a body which is
 * too long gets the API's own answer.
 */
const MAX_BODY_BYTES = 10_000_000;

const fitsPattern = (pattern: string, path: string): boolean =>
  new RegExp(
    `^${pattern
      .replaceAll(/[.+^${}()|[\]\\]/g, String.raw`\$&`)
      .replaceAll('*', '.*')
      .replaceAll('?', '.')}$`,
    's',
  ).test(path);

const blocked: WebAnswer = {
  status: 403,
  headers: [['content-type', 'text/html']],
  body: Buffer.from(
    '<h1>403 ERROR</h1><p>This distribution does not allow the HTTP method of this request.</p>',
  ),
};
const tooLarge: WebAnswer = {
  status: 413,
  headers: [['content-type', 'application/json']],
  body: Buffer.from('{"message":"Request Entity Too Large"}'),
};

type Origin = (request: WebRequest) => Promise<WebAnswer>;

/**
 * Emulates the template's distribution: behaviours, edge functions, origins with failover, error pages,
 * response headers and compression. It does not cache, so every answer is fresh, whereas CloudFront may send
 * an answer that is half a minute old.
 *
 * @param originHeaders headers that the distribution adds to the requests to an origin
 * @param objects the buckets that functions write, by name
 * @returns a server of requests to a host name of the distribution
 */
export const cloudFront = (
  template: LocalTemplate,
  api: HttpApi,
  originHeaders: OriginHeaders,
  objects: ReadonlyMap<string, ServedStore>,
) => {
  const [only] = template.all('AWS::CloudFront::Distribution', distribution);
  if (only === undefined) throw new Error('the stacks have no distribution');
  const config = only.properties.DistributionConfig;
  const byId = <T>(all: readonly { readonly id: string; readonly properties: T }[]) =>
    new Map(all.map(({ id, properties }) => [template.ref(id), properties]));
  const headerPolicies = byId(template.all('AWS::CloudFront::ResponseHeadersPolicy', responseHeadersPolicy));
  const requestPolicies = byId(template.all('AWS::CloudFront::OriginRequestPolicy', originRequestPolicy));
  const edgeFunctions = new Map(
    template
      .all('AWS::CloudFront::Function', edgeCode)
      .map(({ id, properties }) => [template.ref(id), edgeFunction(properties.FunctionCode)]),
  );

  const found = <T>(value: T | undefined, what: string): T => {
    if (value === undefined) throw new Error(`the distribution names ${what}, which is not there`);
    return value;
  };
  const origin = (id: string): Origin => {
    const group = config.OriginGroups.Items.find(({ Id }) => Id === id);
    if (group !== undefined) {
      const [first, second] = group.Members.Items.map(({ OriginId }) => origin(OriginId));
      const failures = group.FailoverCriteria.StatusCodes.Items;
      return async (request) => {
        const answer = await found(first, id)(request);
        return failures.includes(answer.status) ? found(second, id)(request) : answer;
      };
    }
    const { DomainName, S3OriginConfig } = found(
      config.Origins.find(({ Id }) => Id === id),
      `the origin ${id}`,
    );
    if (S3OriginConfig === undefined)
      return (request) => api({ ...request, headers: { ...request.headers, ...originHeaders.of(id) } });
    const name = DomainName.split('.')[0] ?? '';
    const store = objects.get(name);
    const bucket = store === undefined ? siteBucket(template, name) : servedObjects(template, name, store);
    return ({ path }) => Promise.resolve(bucket.get(decodePath(path.slice(1))));
  };
  const origins = new Map(
    [config.DefaultCacheBehavior, ...config.CacheBehaviors].map(({ TargetOriginId: id }) => [id, origin(id)]),
  );

  const originRequestOf = (request: WebRequest, behaviour: Behaviour): WebRequest => {
    const policy = requestPolicies.get(behaviour.OriginRequestPolicyId ?? '');
    const wanted = policy?.OriginRequestPolicyConfig.HeadersConfig.Headers.map((name) => name.toLowerCase());
    const told = { ...request.headers, 'cloudfront-viewer-address': `${request.sourceAddress}:0` };
    const passesQuery = policy?.OriginRequestPolicyConfig.QueryStringsConfig.QueryStringBehavior === 'all';
    return {
      ...request,
      query: passesQuery ? request.query : '',
      headers: {
        ...Object.fromEntries(Object.entries(told).filter(([name]) => wanted?.includes(name) ?? false)),
        host: 'api.local',
        'user-agent': 'Amazon CloudFront',
      },
    };
  };

  const fromOrigin = async (request: WebRequest, behaviour: Behaviour): Promise<WebAnswer> => {
    const [{ FunctionARN }] = behaviour.FunctionAssociations;
    const edge = found(edgeFunctions.get(FunctionARN.split('/').at(-1) ?? ''), FunctionARN);
    const passed = edge(request);
    if ('status' in passed) return passed;
    const ask = found(origins.get(behaviour.TargetOriginId), behaviour.TargetOriginId);
    const answer = await ask(originRequestOf(passed, behaviour));
    const error = config.CustomErrorResponses.find(({ ErrorCode }) => ErrorCode === answer.status);
    if (error?.ResponseCode === undefined || error.ResponsePagePath === undefined) return answer;
    const page = await found(
      origins.get(config.DefaultCacheBehavior.TargetOriginId),
      'its default origin',
    )({
      ...passed,
      method: 'GET',
      path: error.ResponsePagePath,
    });
    return { ...page, status: error.ResponseCode };
  };

  const behaviourOf = (path: string): Behaviour =>
    config.CacheBehaviors.find(({ PathPattern }) => fitsPattern(PathPattern ?? '', path)) ??
    config.DefaultCacheBehavior;

  return (domain: string) =>
    async (incoming: IncomingMessage, response: ServerResponse): Promise<void> => {
      const body = await readBody(incoming, MAX_BODY_BYTES);
      const { headers, ...received } = webRequestOf(incoming, body ?? Buffer.alloc(0));
      const request: WebRequest = { ...received, headers: { ...headers, host: domain } };
      const behaviour = behaviourOf(request.path);
      const answer =
        body === undefined
          ? tooLarge
          : behaviour.AllowedMethods.includes(request.method)
            ? await fromOrigin(request, behaviour)
            : blocked;
      const policy = found(
        headerPolicies.get(behaviour.ResponseHeadersPolicyId),
        'a response headers policy',
      );
      const sent = compressed(
        withHeaders(unchanged(request, answer), headersAddedBy(policy)),
        request.headers['accept-encoding'] ?? '',
      );
      response.statusCode = sent.status;
      for (const [name, value] of sent.headers) response.appendHeader(name, value);
      response.setHeader('content-length', sent.body.length);
      response.end(request.method === 'HEAD' ? undefined : sent.body);
    };
};
