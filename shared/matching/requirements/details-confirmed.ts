import { freshness } from '../../people/freshness.ts';
import { daysUnconfirmed } from '../query/days-unconfirmed.ts';
import { weight } from '../query/weight.ts';
import { changeForAll } from './near-miss.ts';
import { weighedRequirement } from './requirement.ts';

const weights = {
  /** Days without confirmation after which nobody asks this practitioner. */
  staleDays: weight(
    freshness.hideAfterDays,
    'A listing this old is hidden from the directory, so it is not matched either.',
  ),
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
    `${count} ${count === 1 ? 'has' : 'have'} not confirmed their details recently. We have asked them to.`,
);
