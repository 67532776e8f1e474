import * as z from 'zod';
import { isSilent } from '../../people/silence.ts';
import { counted } from '../../reference/reference-words.ts';
import { weight } from '../query/weight.ts';
import { criterion } from './criterion.ts';

const weights = {
  /** Points for a practitioner who left two offers in a row without an answer and has not answered since. */
  silentLast: weight(
    10_000,
    'More than all other points together, so that a learner waits for a DPP who did not answer only if nobody else fits.',
  ),
};

export const silent = criterion(weights, {
  name: 'silent',
  label: 'Offers in a row without an answer',
  facts: z.object({ lapses: z.number() }),
  judge: ({ policy }, practitioner) => ({
    points: isSilent(practitioner) ? policy.silentLast.value : 0,
    facts: { lapses: practitioner.silence?.lapses ?? 0 },
  }),
  toTeam: ({ lapses }) => [lapses === undefined ? undefined : counted(lapses, 'offer')],
});
