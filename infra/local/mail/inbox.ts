import ses from 'aws-ses-v2-local';
import { freePort } from '../network/free-port.ts';
import { isForThisMachine, isFromOwnPage } from '../network/local-callers.ts';
import type { Listening } from '../network/json-http.ts';

/** Starts the local SES and the page that shows the e-mails sent to it. */
export const startInbox = async (port: number): Promise<Listening> => {
  // Checks that the port is free, because the library fails silently if its port is taken.
  const chosen = await freePort(port);
  const server = await ses.default({ port: chosen, host: '127.0.0.1' });
  // Checks each request before the library answers it: anybody's page could read or send mail otherwise.
  const answers = server.listeners('request');
  server.removeAllListeners('request');
  server.on('request', (request, response) => {
    if (!isForThisMachine(request, response) || !isFromOwnPage(request, response)) return;
    for (const answer of answers) answer.call(server, request, response);
  });
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
