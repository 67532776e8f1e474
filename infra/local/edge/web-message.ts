import type { IncomingMessage } from 'node:http';

/** A request on its way from the viewer to an origin. */
export interface WebRequest {
  readonly method: string;
  /** Path as the viewer sent it, without the query. */
  readonly path: string;
  /** The query string without its question mark. */
  readonly query: string;
  /** Headers with names in lower case; repeated headers are joined with commas. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
  readonly sourceAddress: string;
}

export interface WebAnswer {
  readonly status: number;
  /** Headers as pairs of name and value, with names in lower case. */
  readonly headers: readonly (readonly [string, string])[];
  readonly body: Buffer;
}

export const webRequestOf = (request: IncomingMessage, body: Buffer): WebRequest => {
  const [path = '/', ...query] = (request.url ?? '/').split('?');
  return {
    method: request.method ?? 'GET',
    path,
    query: query.join('?'),
    headers: Object.fromEntries(
      Object.entries(request.headers).map(([name, value]) => [name, [value ?? ''].flat().join(',')]),
    ),
    body,
    sourceAddress: request.socket.remoteAddress?.replace(/^::ffff:/, '') ?? '127.0.0.1',
  };
};
