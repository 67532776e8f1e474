import { httpFunction } from '../web/http/http-function.ts';
import { routesFor } from '../web/http/routes-for.ts';
import { containerOf } from './container.ts';
import { stopFromLink } from './unsubscribe/stop-from-link.ts';
import { unsubscribe } from './unsubscribe/unsubscribe.ts';

export const handler = httpFunction((functionSystem) => {
  const container = containerOf(functionSystem);
  const { show, stop } = unsubscribe({ ...container, stopOf: stopFromLink(container) });
  return routesFor('notifications/unsubscribe', {
    'GET /unsubscribe/{token}': show,
    'POST /unsubscribe/{token}': { handler: stop, isOneClick: true },
  });
});
