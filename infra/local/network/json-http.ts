import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import * as z from 'zod';
import { isForThisMachine } from './local-callers.ts';

/** Binds to the loopback interface only, so that other machines cannot connect. */
const HOST = '127.0.0.1';

/** Reads a request's body; returns undefined if it is longer than `most` bytes. */
export const readBody = async (request: IncomingMessage, most = Infinity): Promise<Buffer | undefined> => {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of request) {
    const bytes = z.instanceof(Buffer).parse(part);
    length += bytes.length;
    if (length <= most) parts.push(bytes);
  }
  return length > most ? undefined : Buffer.concat(parts);
};

export interface Listening {
  readonly port: number;
  readonly url: string;
  close(): Promise<void>;
}

const listening = (server: Server): Listening => {
  const { port } = z.object({ port: z.number() }).parse(server.address());
  return {
    port,
    url: `http://localhost:${port}/`,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
};

/**
 * Milliseconds for which an idle connection stays open. Node closes it after five seconds by default, while
 * clients still keep it in their pools. A call that is tried on several closed connections in turn runs out
 * of retries and fails.
 */
const IDLE_MS = 600_000;

/**
 * Serves HTTP on a port (0 means any free port), under the names of this machine only. If `answer` throws, the client receives status 500 and the
 * error is printed on the terminal.
 */
export const serve = (
  port: number,
  answer: (request: IncomingMessage, response: ServerResponse) => Promise<void>,
): Promise<Listening> =>
  new Promise((done, failed) => {
    const server = createServer((request, response) => {
      if (!isForThisMachine(request, response)) return;
      answer(request, response).catch((error: unknown) => {
        process.stderr.write(
          `local runner: ${error instanceof Error ? (error.stack ?? '') : String(error)}\n`,
        );
        if (!response.headersSent) response.writeHead(500);
        response.end();
      });
    });
    server.keepAliveTimeout = IDLE_MS;
    server.once('error', failed);
    server.listen(port, HOST, () => done(listening(server)));
  });

export const sendJson = (response: ServerResponse, status: number, body: unknown): void => {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
};
