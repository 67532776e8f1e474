import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import { decodePath } from './decode-path.ts';
import type { LocalFunctions } from '../lambda/functions.ts';
import type { WebAnswer, WebRequest } from './web-message.ts';
import type { LocalTemplate } from '../template/local-template.ts';

const route = z.object({ RouteKey: z.string(), Target: z.string() });
const integration = z.object({
  IntegrationType: z.literal('AWS_PROXY'),
  IntegrationUri: z.string(),
  PayloadFormatVersion: z.literal('2.0'),
});
const permission = z.object({
  FunctionName: z.string(),
  Principal: z.string(),
  Action: z.literal('lambda:InvokeFunction'),
});
const reply = z.object({
  statusCode: z.int(),
  headers: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]).transform(String)).default({}),
  cookies: z.array(z.string()).default([]),
  body: z.string().default(''),
  isBase64Encoded: z.boolean().default(false),
});

interface Route {
  readonly key: string;
  readonly method: string;
  readonly segments: readonly string[];
  readonly target: string;
}

/** The emulated HTTP API: sends a request to the function of its route, as an event in payload format 2.0. */
export type HttpApi = (request: WebRequest) => Promise<WebAnswer>;

/**
 * Largest body in bytes that Lambda accepts, which is less than the ten megabytes that an HTTP API accepts.
 */
const MAX_BODY_BYTES = 6_000_000;

const json = (status: number, message: string): WebAnswer => ({
  status,
  headers: [['content-type', 'application/json']],
  body: Buffer.from(JSON.stringify({ message })),
});

const variable = (segment: string): string | undefined => /^\{(\w+)\}$/.exec(segment)?.[1];

const paramsOf = ({ segments }: Route, path: readonly string[]): Record<string, string> | undefined => {
  if (segments.length !== path.length) return undefined;
  const params: Record<string, string> = {};
  for (const [index, segment] of segments.entries()) {
    const value = path[index] ?? '';
    const name = variable(segment);
    if (name === undefined ? segment !== value : value === '') return undefined;
    if (name !== undefined) params[name] = decodePath(value);
  }
  return params;
};

/**
 * Whether the HTTP API passes bodies of this content type on as text. It encodes all other bodies, including
 * forms, in base64.
 */
const isText = (type: string): boolean => /^(text\/|application\/(json|javascript|xml)\b)/.test(type);

const eventOf = (request: WebRequest, found: Route | undefined, params: Record<string, string>) => {
  const routeKey = found?.key ?? '$default';
  const query = new URLSearchParams(request.query);
  const queryParameters = Object.fromEntries(
    [...new Set(query.keys())].map((key) => [key, query.getAll(key).join(',')]),
  );
  const text = isText(request.headers['content-type'] ?? '');
  return {
    version: '2.0',
    routeKey,
    rawPath: request.path,
    rawQueryString: request.query,
    headers: request.headers,
    ...(query.size > 0 ? { queryStringParameters: queryParameters } : {}),
    ...(Object.keys(params).length > 0 ? { pathParameters: params } : {}),
    requestContext: {
      accountId: '000000000000',
      apiId: 'local',
      domainName: request.headers['host'] ?? 'local',
      domainPrefix: 'local',
      http: {
        method: request.method,
        path: request.path,
        protocol: 'HTTP/1.1',
        sourceIp: request.sourceAddress,
        userAgent: request.headers['user-agent'] ?? '',
      },
      requestId: randomUUID(),
      routeKey,
      stage: '$default',
      timeEpoch: Date.now(),
    },
    ...(request.body.length > 0 ? { body: request.body.toString(text ? 'utf8' : 'base64') } : {}),
    isBase64Encoded: request.body.length > 0 && !text,
  };
};

/**
 * Creates the HTTP API that the template describes.
 * @throws if the template does not permit the API to invoke the function of a route
 */
export const httpApi = (template: LocalTemplate, functions: LocalFunctions): HttpApi => {
  const integrations = new Map(
    template
      .all('AWS::ApiGatewayV2::Integration', integration)
      .map(({ id, properties }) => [`integrations/${id}`, properties.IntegrationUri]),
  );
  const permitted = template
    .all('AWS::Lambda::Permission', permission)
    .filter(({ properties }) => properties.Principal === 'apigateway.amazonaws.com')
    .map(({ properties }) => functions.find(properties.FunctionName)?.arn);
  const routes = template.all('AWS::ApiGatewayV2::Route', route).map(({ properties }): Route => {
    const [method = '', path = ''] = properties.RouteKey.split(' ');
    const target = integrations.get(properties.Target);
    if (target === undefined || !permitted.includes(target))
      throw new Error(`the route ${properties.RouteKey} leads to no function that it may call`);
    return { key: properties.RouteKey, method, segments: path.split('/'), target };
  });
  const fallback = routes.find(({ key }) => key === '$default');
  /** Number of variables in a route; literal paths take precedence over paths with variables. */
  const variables = ({ segments }: Route) =>
    segments.filter((segment) => variable(segment) !== undefined).length;
  const ordered = routes.filter((one) => one !== fallback).sort((a, b) => variables(a) - variables(b));

  return async (request) => {
    if (request.body.length > MAX_BODY_BYTES) return json(413, 'Request Entity Too Large');
    const path = request.path.split('/');
    const candidates = ordered.filter(({ method }) => method === request.method || method === 'ANY');
    const found = candidates.find((one) => paramsOf(one, path) !== undefined) ?? fallback;
    if (found === undefined) return json(404, 'Not Found');
    const params = found === fallback ? {} : (paramsOf(found, path) ?? {});
    const outcome = await functions.invoke(found.target, eventOf(request, found, params));
    if (!outcome.ok) return json(500, 'Internal Server Error');
    const answer = reply.safeParse(outcome.answer);
    if (!answer.success) return json(500, 'Internal Server Error');
    const { statusCode, headers, cookies, body, isBase64Encoded } = answer.data;
    return {
      status: statusCode,
      headers: [
        ...Object.entries(headers).map(([name, value]): [string, string] => [name.toLowerCase(), value]),
        ...cookies.map((cookie): [string, string] => ['set-cookie', cookie]),
      ],
      body: Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8'),
    };
  };
};
