import { request as httpRequest } from 'node:http';

interface Sent {
  readonly method?: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
  /**
   * The third number of the caller's address 127.0.x.1. Tests use different ones, because quotas are counted for each
   * network.
   */
  readonly network?: number;
}

export interface Answered {
  readonly status: number;
  /** Header names and values in the order in which they were received. */
  readonly headers: readonly string[];
  readonly body: string;
  readonly milliseconds: number;
}

/** Creates a client that sends exactly what it is given: it does not normalise the address or add headers. */
export const rawTo =
  (site: string) =>
  ({ method = 'POST', path, headers = {}, body, network = 1 }: Sent): Promise<Answered> =>
    new Promise((answered, failed) => {
      const started = performance.now();
      const { port, host } = new URL(site);
      const length = body === undefined ? {} : { 'content-length': Buffer.byteLength(body) };
      const sent = httpRequest(
        {
          host: '127.0.0.1',
          port,
          path,
          method,
          localAddress: `127.0.${network}.1`,
          headers: { host, ...length, ...headers },
        },
        (response) => {
          const parts: Buffer[] = [];
          response.on('data', (part: Buffer) => parts.push(part));
          response.on('error', failed);
          response.on('end', () =>
            answered({
              status: response.statusCode ?? 0,
              headers: response.rawHeaders,
              body: Buffer.concat(parts).toString(),
              milliseconds: performance.now() - started,
            }),
          );
        },
      );
      sent.on('error', failed);
      sent.end(body);
    });

/** Returns an answer's headers sorted and without those that tell the time, so that answers can be compared. */
export const comparable = ({ headers }: Answered): readonly string[] =>
  headers
    .flatMap((name, index) => (index % 2 === 0 ? [`${name.toLowerCase()}: ${headers[index + 1] ?? ''}`] : []))
    .filter((line) => !/^(?:date|retry-after):/u.test(line))
    .toSorted();

export const jsonHeaders = { accept: 'application/json', 'content-type': 'application/json' };
export const formHeaders = { accept: 'text/html', 'content-type': 'application/x-www-form-urlencoded' };
