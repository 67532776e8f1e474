import { httpFunction } from '../web/http/http-function.ts';
import { routesFor } from '../web/http/routes-for.ts';
import { container } from './container.ts';
import { siteEnvironment } from './env.ts';
import { stopFromLink } from './unsubscribe/stop-from-link.ts';
import { unsubscribe } from './unsubscribe/unsubscribe.ts';

const { show, stop } = unsubscribe({ ...container, stopOf: stopFromLink(container) });

export const handler = httpFunction(
  routesFor('notifications/unsubscribe', {
    'GET /unsubscribe/{token}': show,
    'POST /unsubscribe/{token}': { handler: stop, ignoresBody: true },
  }),
  { log: container.log, siteUrl: siteEnvironment().SITE_URL },
);
