import { createServer } from 'node:net';
import * as z from 'zod';

/**
 * A port that nobody uses at this moment.
 * @param wanted any when not given
 * @throws EADDRINUSE when the wanted one is taken
 */
export const freePort = (wanted = 0): Promise<number> =>
  new Promise((done, failed) => {
    const server = createServer();
    server.once('error', failed);
    server.listen(wanted, '127.0.0.1', () => {
      const { port } = z.object({ port: z.number() }).parse(server.address());
      server.close(() => done(port));
    });
  });
