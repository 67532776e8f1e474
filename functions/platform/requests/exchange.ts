import { Agent as HttpAgent, type IncomingMessage, request as overHttp } from 'node:http';
import { Agent as HttpsAgent, request as overHttps } from 'node:https';

export interface Exchanged {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly body: Uint8Array;
}

const kept = { keepAlive: true, maxSockets: 50 };
const agents = { 'http:': new HttpAgent(kept), 'https:': new HttpsAgent(kept) };

/**
 * Sends one HTTP request and reads the whole answer. Used instead of `fetch`, which decompresses a body and thereby
 * changes the bytes that were stored.
 *
 * @param milliseconds time allowed from the connection to the last byte
 * @throws if the connection fails or the time is over
 */
export const exchange = (
  url: URL,
  method: string,
  headers: Readonly<Record<string, string>>,
  body: Uint8Array | undefined,
  milliseconds: number,
): Promise<Exchanged> =>
  new Promise((resolve, reject) => {
    const isPlain = url.protocol === 'http:';
    const options = { method, headers, signal: AbortSignal.timeout(milliseconds) };
    const sending = isPlain
      ? overHttp(url, { ...options, agent: agents['http:'] })
      : overHttps(url, { ...options, agent: agents['https:'] });
    sending.once('error', reject);
    sending.once('response', (answer) => {
      const parts: Uint8Array[] = [];
      answer.on('data', (part: Uint8Array) => parts.push(part));
      answer.once('error', reject);
      answer.once('end', () =>
        resolve({
          status: answer.statusCode ?? 0,
          headers: answer.headers,
          body: new Uint8Array(Buffer.concat(parts)),
        }),
      );
    });
    sending.end(body);
  });
