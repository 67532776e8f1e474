import { httpFunction } from '../web/http/http-function.ts';
import { container } from './container.ts';
import { siteEnvironment } from './env.ts';
import { stopFromLink } from './unsubscribe/stop-from-link.ts';
import { unsubscribe } from './unsubscribe/unsubscribe.ts';

const path = '/unsubscribe/{token}';
const { show, stop } = unsubscribe({ ...container, stopOf: stopFromLink(container) });

export const handler = httpFunction(
  [
    { method: 'GET', path, handler: show },
    { method: 'POST', path, handler: stop, ignoresBody: true },
  ],
  { log: container.log, siteUrl: siteEnvironment().SITE_URL },
);
