import { httpFunction } from '../web/http/http-function.ts';
import { routesFor } from '../web/http/routes-for.ts';
import { vouchContainerOf } from './vouch-container.ts';
import { vouchPage } from './vouching/vouch-page.ts';

export const handler = httpFunction((functionSystem) => {
  const { show, take } = vouchPage(vouchContainerOf(functionSystem));
  return routesFor('programme/vouch', { 'GET /vouch/{token}': show, 'POST /vouch/{token}': take });
});
