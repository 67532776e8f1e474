import ses from 'aws-ses-v2-local';
import * as z from 'zod';
import type { Listening } from './json-http.ts';

/** The local SES, and the page that shows what it was given. */
export const startInbox = async (port: number): Promise<Listening> => {
  const server = await ses.default({ port, host: '127.0.0.1' });
  const { port: chosen } = z
    .object({ port: z.number() }, 'the inbox has no port: is it in use?')
    .parse(server.address());
  return {
    port: chosen,
    url: `http://localhost:${chosen}/`,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
};
