import middy from '@middy/core';
import type { Log } from '../../platform/log.ts';
import { type LambdaEvent, lambdaEventSchema } from './lambda-event.ts';
import type { HttpReply, HttpRequest } from './http-message.ts';
import { prefersJson } from './negotiate.ts';
import { callerNetwork } from './caller-network.ts';
import { problem, problemOf } from './problem.ts';
import { readBody } from './read-body.ts';
import { readQuery } from './read-form.ts';
import { refuseOtherSites } from './refuse-other-sites.ts';
import { findRoute, type Route } from './route.ts';

interface Options {
  readonly log: Log;
  /**
   * The service's own URL, from which browsers' POSTs must come. Required for functions with a POST route.
   */
  readonly siteUrl?: string;
}

/** Lambda's reply to the HTTP API. */
export interface LambdaReply {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/**
 * Milliseconds reserved before Lambda's timeout, so that the caller receives an error page instead of a
 * dropped connection.
 */
const ANSWER_BEFORE_TIMEOUT_MS = 250;

const wantsJson = ({ rawPath, headers }: LambdaEvent): boolean =>
  rawPath.startsWith('/api/') ||
  prefersJson(headers['accept']) ||
  /^application\/json\b/iu.test(headers['content-type'] ?? '');

const requestOf = (event: LambdaEvent): HttpRequest => ({
  method: event.requestContext.http.method === 'POST' ? 'POST' : 'GET',
  path: event.rawPath,
  params: {},
  query: readQuery(event.rawQueryString),
  form: {},
  json: undefined,
  wantsJson: wantsJson(event),
  network: callerNetwork(event.headers['cloudfront-viewer-address'], event.requestContext.http.sourceIp),
  origin: event.headers['origin'],
});

const answerOf = async (
  routes: readonly Route[],
  event: LambdaEvent,
  siteUrl: string | undefined,
): Promise<HttpReply> => {
  const request = requestOf(event);
  const found = findRoute(routes, event.requestContext.http.method, event.rawPath);
  if (found.is === 'unknown') return problem(request, problemOf('page-not-found'));
  if (found.is === 'other-method') {
    const reply = problem(request, problemOf('method-not-allowed'));
    return { ...reply, headers: { ...reply.headers, allow: found.allow } };
  }
  const { route, params } = found;
  if (route.method === 'GET') return route.handler({ ...request, params });

  const sender = { origin: request.origin, fetchSite: event.headers['sec-fetch-site'] };
  const refusal = refuseOtherSites(sender, siteUrl);
  if (refusal !== undefined) return problem(request, refusal);
  const body = readBody(event, route.ignoresBody === true);
  if (!body.ok) return problem(request, body.refusal);
  return route.handler({ ...request, params, form: body.value.form, json: body.value.json });
};

const routeName = (routes: readonly Route[], { rawPath, requestContext }: LambdaEvent): string => {
  const found = findRoute(routes, requestContext.http.method, rawPath);
  return found.is === 'route' ? found.route.path : found.is;
};

const lambdaReply = ({ status, headers, body }: HttpReply, method: string): LambdaReply => ({
  statusCode: status,
  headers,
  body: method === 'HEAD' ? '' : body,
});

/**
 * Creates the Lambda handler for a table of routes. Parses every request, rejects it if it is too large or not
 * allowed, calls the handler of its route (the GET handler for HEAD), and logs the status of the reply. An
 * exception becomes a 500 without details.
 */
export const httpFunction = (routes: readonly Route[], { log, siteUrl }: Options) =>
  middy<unknown, LambdaReply>({ timeoutEarlyInMillis: ANSWER_BEFORE_TIMEOUT_MS })
    .onError((failed) => {
      const event = lambdaEventSchema.safeParse(failed.event);
      const method = event.data?.requestContext.http.method ?? 'GET';
      const route = event.success ? routeName(routes, event.data) : 'no-request';
      log.surprise('request-failed', failed.error, { route, method });
      const reply = problem({ wantsJson: event.success && wantsJson(event.data) }, problemOf('unexpected'));
      failed.response = lambdaReply(reply, method);
    })
    .handler(async (received: unknown) => {
      const event = lambdaEventSchema.parse(received);
      const method = event.requestContext.http.method;
      const reply = await answerOf(routes, event, siteUrl);
      log.event('request-answered', { route: routeName(routes, event), method, status: reply.status });
      return lambdaReply(reply, method);
    });
