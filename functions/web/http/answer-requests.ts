import middy from '@middy/core';
import type { Branding } from '../../../site/src/branding.ts';
import type { Log } from '../../platform/log.ts';
import type { SharedNetwork } from '../../platform/shared-network.ts';
import { isToken } from '../../platform/tokens.ts';
import { type LambdaEvent, lambdaEventSchema } from './lambda-event.ts';
import type { Door } from './door.ts';
import type { HttpReply, HttpRequest } from './http-message.ts';
import { prefersJson } from './negotiate.ts';
import { callerNetwork } from './caller-network.ts';
import { problem, problemOf } from './problem.ts';
import { readBody } from './read-body.ts';
import { readQuery } from './read-form.ts';
import { refuseOtherSites } from './refuse-other-sites.ts';
import { findRoute, type Route } from './route.ts';

/** Routes and settings with which a function serves one system. */
interface Served {
  readonly routes: readonly Route[];
  /** The system's own URL, from which browsers' POSTs must come. Required for a function with a POST route. */
  readonly siteUrl?: string;
  /** Names that the system's pages show. Without them, the function answers with JSON only. */
  readonly branding?: Branding;
  /** Networks that have a quota of their own. */
  readonly sharedNetworks?: readonly SharedNetwork[];
}

interface Options {
  readonly log: Log;
  /** Lets in only requests that came through CloudFront. Nothing is read for others. */
  readonly door: Door;
  /** Returns what the function serves for a system; undefined if the deployment has no such system. */
  readonly servedFor: (systemId: string | undefined) => Promise<Served | undefined>;
}

/** Header with the id of the system whose host name was asked. CloudFront sets it; callers cannot. */
const SYSTEM_HEADER = 'x-dpp-system';

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

/** Removes the system from the path of a missing file, which CloudFront had looked for in the system's folder. */
const asAsked = (event: LambdaEvent): LambdaEvent => {
  const folder = `/${event.headers[SYSTEM_HEADER] ?? ''}`;
  return event.rawPath.startsWith(`${folder}/`) && folder !== '/'
    ? { ...event, rawPath: event.rawPath.slice(folder.length) }
    : event;
};

const wantsJson = ({ rawPath, headers }: LambdaEvent): boolean =>
  rawPath.startsWith('/api/') ||
  prefersJson(headers['accept']) ||
  /^application\/json\b/iu.test(headers['content-type'] ?? '');

const requestOf = (event: LambdaEvent, served: Served | undefined): HttpRequest => ({
  method: event.requestContext.http.method === 'POST' ? 'POST' : 'GET',
  path: event.rawPath,
  params: {},
  query: readQuery(event.rawQueryString),
  form: {},
  json: undefined,
  wantsJson: wantsJson(event),
  network: callerNetwork(
    event.headers['cloudfront-viewer-address'],
    event.requestContext.http.sourceIp,
    served?.sharedNetworks,
  ),
  origin: event.headers['origin'],
  branding: served?.branding,
});

const answerOf = async (served: Served | undefined, event: LambdaEvent): Promise<HttpReply> => {
  const request = requestOf(event, served);
  if (served === undefined) return problem(request, problemOf('page-not-found'));
  const { routes, siteUrl } = served;
  const found = findRoute(routes, event.requestContext.http.method, event.rawPath);
  if (found.is === 'unknown') return problem(request, problemOf('page-not-found'));
  if (found.is === 'other-method') {
    const reply = problem(request, problemOf('method-not-allowed'));
    return { ...reply, headers: { ...reply.headers, allow: found.allow } };
  }
  const { route, params } = found;
  if (route.method === 'GET') return route.handler({ ...request, params });

  const sender = {
    origin: request.origin,
    fetchSite: event.headers['sec-fetch-site'],
    hasToken: isToken(params['token'] ?? ''),
  };
  const refusal = route.isOneClick === true ? undefined : refuseOtherSites(sender, siteUrl);
  if (refusal !== undefined) return problem(request, refusal);
  const body = readBody(event, route);
  if (!body.ok) return problem(request, body.refusal);
  return route.handler({ ...request, params, form: body.value.form, json: body.value.json });
};

const routeName = (served: Served | undefined, { rawPath, requestContext }: LambdaEvent): string => {
  if (served === undefined) return 'unknown-system';
  const found = findRoute(served.routes, requestContext.http.method, rawPath);
  return found.is === 'route' ? found.route.path : found.is;
};

const lambdaReply = ({ status, headers, body }: HttpReply, method: string): LambdaReply => ({
  statusCode: status,
  headers,
  body: method === 'HEAD' ? '' : body,
});

/** Bytes that Lambda sends at most in one answer, less some room for its own envelope. */
const MOST_BYTES = 6 * 1024 * 1024 - 64 * 1024;

/** Whether Lambda can send an answer, whose body it wraps in JSON. */
const fits = (reply: HttpReply): boolean =>
  // Even if every character were escaped, a short body would fit.
  reply.body.length * 6 < MOST_BYTES || Buffer.byteLength(JSON.stringify(reply)) <= MOST_BYTES;

/**
 * Creates a Lambda handler that serves the routes of the request's system. Parses every request, rejects it if it came
 * past CloudFront, is too large or not allowed, calls the handler of its route (the GET handler for HEAD), and logs the status of the
 * reply. An exception becomes a 500 without details.
 */
export const answerRequests = ({ log, door, servedFor }: Options) => {
  const servedTo = ({ headers }: LambdaEvent) => servedFor(headers[SYSTEM_HEADER]);
  return middy<unknown, LambdaReply>({ timeoutEarlyInMillis: ANSWER_BEFORE_TIMEOUT_MS })
    .onError(async (failed) => {
      const event = lambdaEventSchema.safeParse(failed.event);
      const method = event.data?.requestContext.http.method ?? 'GET';
      const isInside = event.success && (await door(event.data).catch(() => false));
      const served = isInside ? await servedTo(event.data).catch(() => undefined) : undefined;
      const route = isInside ? routeName(served, event.data) : 'no-request';
      log.surprise('request-failed', failed.error, { route, method });
      const reply = problem(
        { wantsJson: event.success && wantsJson(event.data), branding: served?.branding },
        problemOf('unexpected'),
      );
      failed.response = lambdaReply(reply, method);
    })
    .handler(async (received: unknown) => {
      const event = asAsked(lambdaEventSchema.parse(received));
      const method = event.requestContext.http.method;
      if (!(await door(event))) {
        log.event('door-refused', { method });
        const refusal = problemOf('not-through-the-door');
        return lambdaReply(problem({ wantsJson: wantsJson(event), branding: undefined }, refusal), method);
      }
      const served = await servedTo(event);
      const answered = await answerOf(served, event);
      const reply = fits(answered)
        ? answered
        : problem({ wantsJson: wantsJson(event), branding: served?.branding }, problemOf('answer-too-large'));
      log.event('request-answered', { route: routeName(served, event), method, status: reply.status });
      return lambdaReply(reply, method);
    });
};
