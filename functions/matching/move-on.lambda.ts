import { quietly } from '../platform/quietly.ts';
import { container } from './container.ts';
import { lapseOffers } from './lapse-offers.ts';
import { lapseRequests } from './lapse-requests.ts';
import { moveOn } from './move-on.ts';
import { withdrawOffersWithoutPlace } from './withdraw-offers-without-place.ts';

export const handler = quietly(
  container.log,
  moveOn({
    lapseRequests: lapseRequests(container),
    lapseOffers: lapseOffers(container),
    withdrawOffersWithoutPlace: withdrawOffersWithoutPlace(container),
  }),
);
