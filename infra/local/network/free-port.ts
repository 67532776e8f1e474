import { createServer } from 'node:net';
import * as z from 'zod';

/**
 * Finds a port that no process uses at the moment.
 * @param wanted the port to check; if omitted, any free port is found
 * @throws EADDRINUSE if the wanted port is taken
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
