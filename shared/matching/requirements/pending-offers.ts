import { MOST_PENDING_OFFERS } from '../../capacity/capacity.ts';
import { changeForAll } from './near-miss.ts';
import { requirement } from './requirement.ts';

export const pendingOffers = requirement({
  name: 'pending-offers',
  label: 'Offers that await an answer',
  atMost: true,
  meets: (_, practitioner) => practitioner.pendingOffers.length < MOST_PENDING_OFFERS,
  compared: (_, practitioner) => ({
    wanted: MOST_PENDING_OFFERS - 1,
    found: practitioner.pendingOffers.length,
  }),
  kind: (practitioner) => practitioner.pendingOffers.length,
});

export const waitForAnswers = changeForAll(
  pendingOffers.name,
  'wait-for-answers',
  (count) =>
    `${count} ${count === 1 ? 'is' : 'are'} being asked for other learners now. We try again when they answer.`,
);
