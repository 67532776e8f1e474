import { counted } from '../../reference/reference-words.ts';
import { commonSettings } from '../../systems/service-settings.ts';
import { daysUnconfirmed } from '../query/days-unconfirmed.ts';
import { weight } from '../query/weight.ts';
import { changeForAll } from './near-miss.ts';
import { weighedRequirement } from './requirement.ts';

const weights = {
  /** Days without confirmation after which this practitioner is no longer asked to supervise. */
  staleDays: weight(
    commonSettings.hideAfterDays,
    'A listing that has not been confirmed for this long is hidden from the directory, so it is not matched either.',
  ),
};

export const detailsConfirmed = weighedRequirement(weights, {
  name: 'details-confirmed',
  label: 'Days since details were confirmed',
  bound: 'fewer than',
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
    `${counted(count, 'more DPP')} would fit, but ${count === 1 ? 'has' : 'have'} not confirmed their details recently. We have asked them to.`,
);
