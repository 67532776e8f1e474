import { httpFunction } from '../platform/http/http-function.ts';
import { container } from './container.ts';
import { siteEnvironment } from './env.ts';
import { stopOfLink } from './stop-of-link.ts';
import { unsubscribe } from './unsubscribe.ts';

const path = '/unsubscribe/{token}';
const { show, stop } = unsubscribe({ ...container, stopOf: stopOfLink(container) });

export const handler = httpFunction(
  [
    { method: 'GET', path, handler: show },
    { method: 'POST', path, handler: stop, ignoresBody: true },
  ],
  { log: container.log, siteUrl: siteEnvironment().SITE_URL },
);
