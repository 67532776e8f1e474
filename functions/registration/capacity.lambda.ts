import { httpFunction } from '../web/http/http-function.ts';
import { capacity } from './listings/capacity.ts';
import { changeListing } from '../store/change-listing.ts';
import { container } from './container.ts';

const { show, take } = capacity({ ...container, changeListing: changeListing(container) });

export const handler = httpFunction(
  [
    { method: 'GET', path: '/capacity/{token}', handler: show },
    { method: 'POST', path: '/capacity/{token}', handler: take },
  ],
  container,
);
