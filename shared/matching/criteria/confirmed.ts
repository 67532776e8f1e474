import * as z from 'zod';
import { counted } from '../../reference/reference-words.ts';
import { commonSettings } from '../../systems/service-settings.ts';
import { daysUnconfirmed } from '../query/days-unconfirmed.ts';
import { weight } from '../query/weight.ts';
import { criterion } from './criterion.ts';

const weights = {
  /** Days without confirmation after which details count as uncertain. */
  unconfirmedDays: weight(
    commonSettings.askAfterDays,
    'We send the check-in email when details are this old. If nobody has answered, the details may be out of date.',
  ),
  /** Points for a practitioner whose details are uncertain. */
  longUnconfirmed: weight(
    30,
    'A learner loses days while waiting for a DPP who may not answer. Avoiding that is worth 3 minutes of travel.',
  ),
};

export const confirmed = criterion(weights, {
  name: 'confirmed',
  label: 'Days since details were confirmed',
  facts: z.object({ days: z.number() }),
  judge: ({ policy, today }, practitioner) => {
    const days = daysUnconfirmed(practitioner, today);
    return {
      points: days >= policy.unconfirmedDays.value ? policy.longUnconfirmed.value : 0,
      facts: { days },
    };
  },
  toTeam: ({ days }) => [days === undefined ? undefined : `${counted(days, 'day')} ago`],
});
