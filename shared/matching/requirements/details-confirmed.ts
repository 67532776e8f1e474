import { daysUnconfirmed } from '../query/days-unconfirmed.ts';
import { weight } from '../query/weight.ts';
import { changeForAll } from './near-miss.ts';
import { weighedRequirement } from './requirement.ts';

const weights = {
  /** Days without confirmation after which nobody asks this practitioner. */
  staleDays: weight(120, 'A listing that nobody confirmed for four months is not relied on.'),
};

export const detailsConfirmed = weighedRequirement(weights, {
  name: 'details-confirmed',
  label: 'Details confirmed, in days',
  atMost: true,
  meets: ({ staleOn }, { confirmedAt }) => confirmedAt.slice(0, 10) > staleOn,
  compared: ({ policy, today }, practitioner) => ({
    wanted: policy.staleDays.value,
    found: daysUnconfirmed(practitioner, today),
  }),
  kind: ({ confirmedAt }) => confirmedAt.slice(0, 10),
});

export const waitForConfirmation = changeForAll(
  detailsConfirmed.name,
  'wait-for-confirmation',
  (count) =>
    `${count} ${count === 1 ? 'has' : 'have'} not confirmed their details lately. We have asked them to.`,
);
