import { createServer } from 'node:net';
import * as z from 'zod';

/** A port that nobody uses at this moment. */
export const freePort = (): Promise<number> =>
  new Promise((done, failed) => {
    const server = createServer();
    server.once('error', failed);
    server.listen(0, '127.0.0.1', () => {
      const { port } = z.object({ port: z.number() }).parse(server.address());
      server.close(() => done(port));
    });
  });
