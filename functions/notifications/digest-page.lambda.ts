import { httpFunction } from '../web/http/http-function.ts';
import { routesFor } from '../web/http/routes-for.ts';
import { containerOf } from './container.ts';
import { digestPage } from './digests/digest-page.ts';

export const handler = httpFunction((functionSystem) => {
  const container = containerOf(functionSystem);
  return routesFor('notifications/digest-page', {
    'GET /digest/{token}': digestPage({ ...container, runs: container.digests }),
  });
});
