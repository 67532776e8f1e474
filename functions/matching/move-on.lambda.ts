import { backgroundFunction } from '../platform/background-function.ts';
import { container } from './container.ts';
import { lapseOffers } from './offers/lapse-offers.ts';
import { lapseRequests } from './matches/lapse-requests.ts';
import { moveOn } from './move-on.ts';
import { withdrawOffersWithoutPlace } from './offers/withdraw-offers-without-place.ts';

export const handler = backgroundFunction(
  container.log,
  moveOn({
    lapseRequests: lapseRequests(container),
    lapseOffers: lapseOffers(container),
    withdrawOffersWithoutPlace: withdrawOffersWithoutPlace(container),
  }),
);
