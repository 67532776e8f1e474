import type { IncomingMessage, ServerResponse } from 'node:http';
import { readBody } from '../network/json-http.ts';
import type { HttpApi } from './http-api.ts';
import { webRequestOf } from './web-message.ts';

/** Largest body in bytes that an HTTP API reads. */
const MAX_BODY_BYTES = 10_000_000;

/**
 * Serves the HTTP API at an address of its own, as API Gateway does beside CloudFront. Callers reach it with any headers
 * that they like.
 */
export const directApi =
  (api: HttpApi) =>
  async (incoming: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await readBody(incoming, MAX_BODY_BYTES);
    const answer =
      body === undefined
        ? {
            status: 413,
            headers: [['content-type', 'application/json'] as const],
            body: Buffer.from('{"message":"Request Entity Too Large"}'),
          }
        : await api(webRequestOf(incoming, body));
    response.statusCode = answer.status;
    for (const [name, value] of answer.headers) response.appendHeader(name, value);
    response.setHeader('content-length', answer.body.length);
    response.end(incoming.method === 'HEAD' ? undefined : answer.body);
  };
