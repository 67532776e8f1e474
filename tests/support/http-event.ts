import { throughTheDoor } from './a-door.ts';
import type { HttpRequest } from '../../functions/web/http/http-message.ts';
import { brandingOf } from '../../site/src/branding.ts';
import { kentAndMedway } from './kent-and-medway.ts';

interface Sent {
  readonly method?: string;
  readonly path?: string;
  readonly query?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
}

/**
 * Builds an event as the HTTP API sends it to a function, of a request that came through CloudFront. The body is encoded in base64, as API Gateway does with
 * forms.
 */
export const anEvent = ({ method = 'GET', path = '/', query = '', headers = {}, body }: Sent = {}) => ({
  version: '2.0',
  routeKey: '$default',
  rawPath: path,
  rawQueryString: query,
  headers: { host: 'dpp.example', ...throughTheDoor, ...headers },
  requestContext: { http: { method, path, sourceIp: '192.0.2.7' } },
  ...(body === undefined ? {} : { body: Buffer.from(body).toString('base64') }),
  isBase64Encoded: body !== undefined,
});

const FORM = 'application/x-www-form-urlencoded';

/** Builds the event for a form that a browser sends from one of our pages. */
export const aForm = (
  path: string,
  fields: Readonly<Record<string, string>> | string,
  headers: Readonly<Record<string, string>> = {},
) =>
  anEvent({
    method: 'POST',
    path,
    headers: { 'content-type': FORM, accept: 'text/html,*/*;q=0.8', ...headers },
    body: typeof fields === 'string' ? fields : new URLSearchParams(fields).toString(),
  });

/** Builds the event for JSON sent by another system. */
export const someJson = (path: string, json: unknown, headers: Readonly<Record<string, string>> = {}) =>
  anEvent({
    method: 'POST',
    path,
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof json === 'string' ? json : JSON.stringify(json),
  });

/** Builds a request as a handler receives it: by default a GET for a page. */
export const anHttpRequest = (changes: Partial<HttpRequest> = {}): HttpRequest => ({
  method: 'GET',
  path: '/',
  params: {},
  query: {},
  form: {},
  json: undefined,
  wantsJson: false,
  network: '192.0.2',
  origin: undefined,
  branding: brandingOf(kentAndMedway),
  ...changes,
});
