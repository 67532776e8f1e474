import { Agent, request } from 'node:http';

/** Milliseconds after which an idle connection is closed here, long before the database closes it. */
const IDLE_MS = 4_000;

const agent = new Agent({ keepAlive: true, timeout: IDLE_MS });

interface Answer {
  readonly status: number;
  readonly body: string;
}

/**
 * Posts a text to a server on this machine over a connection that stays open. Does without `fetch`, whose streams and
 * checks took much of the runner's time: its calls are many and small.
 */
export const post = (url: string, headers: Readonly<Record<string, string>>, body: string): Promise<Answer> =>
  new Promise((done, failed) => {
    const sent = request(url, { method: 'POST', agent, headers }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('error', failed);
      response.on('end', () =>
        done({ status: response.statusCode ?? 0, body: Buffer.concat(parts).toString() }),
      );
    });
    sent.on('error', failed);
    sent.end(body);
  });
