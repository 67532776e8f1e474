import { MOST_PENDING_OFFERS } from '../../capacity/capacity.ts';
import { counted } from '../../reference/reference-words.ts';
import { changeForAll } from './near-miss.ts';
import { requirement } from './requirement.ts';

export const pendingOffers = requirement({
  name: 'pending-offers',
  label: 'Offers that await an answer',
  bound: 'at most',
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
    `${counted(count, 'more DPP')} would fit, but ${count === 1 ? 'is' : 'are'} currently being asked to supervise other learners. We will try again when they answer.`,
);
