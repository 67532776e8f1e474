import type { IncomingMessage, ServerResponse } from 'node:http';

const LOCAL_NAME = /^(?:localhost|[\w-]+\.localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/iu;

const refuse = (response: ServerResponse, status: number, line: string): false => {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', connection: 'close' });
  response.end(`${line}\n`);
  return false;
};

/**
 * Refuses requests for a host name that does not mean this machine. A page of another site can make its own host name lead
 * to this machine (DNS rebinding), and would then read answers as if they were its own.
 *
 * @returns whether the request may go on
 */
export const isForThisMachine = (request: IncomingMessage, response: ServerResponse): boolean =>
  LOCAL_NAME.test(request.headers.host ?? '') ||
  refuse(response, 421, 'This address is served under the names localhost and 127.0.0.1 only.');

/**
 * Refuses requests that a browser sends for a page of another address, such as a form that moves the clock. Lets programs
 * pass, which send neither `Origin` nor `Sec-Fetch-Site`, and people who follow a link to the page.
 *
 * @returns whether the request may go on
 */
export const isFromOwnPage = (request: IncomingMessage, response: ServerResponse): boolean => {
  const { origin, host = '', 'sec-fetch-site': site, 'sec-fetch-mode': mode } = request.headers;
  const isOwn = origin === undefined || origin === `http://${host}`;
  const isRead = request.method === 'GET' || request.method === 'HEAD';
  const isAllowed = site === undefined || site === 'same-origin' || site === 'none';
  return (
    (isOwn && (isAllowed || (isRead && mode === 'navigate'))) ||
    refuse(response, 403, 'This was sent from a page of another address.')
  );
};
