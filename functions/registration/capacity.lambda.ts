import { httpFunction } from '../web/http/http-function.ts';
import { routesFor } from '../web/http/routes-for.ts';
import { capacity } from './listings/capacity.ts';
import { changeListing } from '../store/change-listing.ts';
import { container } from './container.ts';

const { show, take } = capacity({ ...container, changeListing: changeListing(container) });

export const handler = httpFunction(
  routesFor('registration/capacity', {
    'GET /capacity/{token}': show,
    'POST /capacity/{token}': take,
  }),
  container,
);
