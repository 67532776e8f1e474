import { scheduledFunction } from '../store/scheduled-function.ts';
import { containerOf } from './container.ts';
import { lapseOffers } from './offers/lapse-offers.ts';
import { lapseRequests } from './matches/lapse-requests.ts';
import { moveOn } from './move-on.ts';
import { takeBackOffers } from './offers/take-back-offers.ts';

export const handler = scheduledFunction((functionSystem) => {
  const container = containerOf(functionSystem);
  return moveOn({
    lapseRequests: lapseRequests(container),
    lapseOffers: lapseOffers(container),
    takeBackOffers: takeBackOffers(container),
  });
});
