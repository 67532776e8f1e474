import * as z from 'zod';
import { withinSentence, wordsOf } from '../../reference/reference-words.ts';
import { weight } from '../query/weight.ts';
import { bothSides } from './both-sides.ts';
import { criterion } from './criterion.ts';

const weights = {
  /** Points if the practitioner works in a setting other than the one that the learner wants. */
  otherSetting: weight(
    50,
    'Records, formularies and teams differ between settings, and so does prescribing.',
  ),
};

export const setting = criterion(weights, {
  name: 'setting',
  label: 'Setting',
  facts: z.object({ learner: z.string(), practitioner: z.string() }),
  judge: ({ request, policy }, practitioner) => ({
    points: request.setting === practitioner.setting ? 0 : policy.otherSetting.value,
    facts: { learner: request.setting, practitioner: practitioner.setting },
  }),
  toPractitioner: ({ learner, practitioner }) =>
    learner !== undefined && learner === practitioner
      ? `You work in the setting that the learner wants: ${withinSentence(wordsOf(learner))}.`
      : undefined,
  toTeam: ({ learner, practitioner }) => bothSides(practitioner, learner, wordsOf),
});
