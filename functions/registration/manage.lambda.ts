import { httpFunction } from '../platform/http/http-function.ts';
import { changeListing } from './change-listing.ts';
import { container } from './container.ts';
import { correctNumber } from './correct-number.ts';
import { eraseListing, leaveListing } from './leave-listing.ts';
import { manage } from './manage.ts';
import { dataOfPractitioner } from './personal-data.ts';

const { show, take, showAction, takeAction } = manage({
  ...container,
  changeListing: changeListing(container),
  correctNumber: correctNumber(container),
  leave: leaveListing(container),
  erase: eraseListing(container),
  personalData: dataOfPractitioner(container),
});

export const handler = httpFunction(
  [
    { method: 'GET', path: '/manage/{token}', handler: show },
    { method: 'POST', path: '/manage/{token}', handler: take },
    { method: 'GET', path: '/manage/{token}/{action}', handler: showAction },
    { method: 'POST', path: '/manage/{token}/{action}', handler: takeAction },
  ],
  container,
);
