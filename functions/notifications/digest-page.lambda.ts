import { httpFunction } from '../web/http/http-function.ts';
import { routesFor } from '../web/http/routes-for.ts';
import { container } from './container.ts';
import { digestPage } from './digests/digest-page.ts';

export const handler = httpFunction(
  routesFor('notifications/digest-page', {
    'GET /digest/{token}': digestPage({ ...container, runs: container.digests }),
  }),
  { log: container.log },
);
