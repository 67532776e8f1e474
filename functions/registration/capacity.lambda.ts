import { httpFunction } from '../web/http/http-function.ts';
import { routesFor } from '../web/http/routes-for.ts';
import { capacity } from './listings/capacity.ts';
import { changeListing } from '../store/change-listing.ts';
import { containerOf } from './container.ts';

export const handler = httpFunction((functionSystem) => {
  const container = containerOf(functionSystem);
  const { show, take } = capacity({ ...container, changeListing: changeListing(container) });
  return routesFor('registration/capacity', {
    'GET /capacity/{token}': show,
    'POST /capacity/{token}': take,
  });
});
