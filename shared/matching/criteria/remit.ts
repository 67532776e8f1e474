import * as z from 'zod';
import { withinSentence, wordsOf } from '../../reference/reference-words.ts';
import { weight } from '../query/weight.ts';
import { criterion } from './criterion.ts';

const weights = {
  /** Points if the practitioner is of another profession but has supervised before. */
  remitFromExperience: weight(
    10,
    'The RPS framework (competency 2) expects a DPP to know the legal remit of the learner’s profession.',
  ),
  /** Points if the practitioner is of another profession and has not supervised before. */
  remitToLearn: weight(
    30,
    'A DPP needs time to learn the legal remit of another profession, and to prepare for a first learner of that profession.',
  ),
};

const teamWords = {
  own: 'of that profession',
  supervised: 'of another profession, has supervised before',
  new: 'of another profession, has not supervised before',
} as const;

export const remit = criterion(weights, {
  name: 'remit',
  label: 'Knows the profession’s remit',
  facts: z.object({ knows: z.enum(['own', 'supervised', 'new']), profession: z.string() }),
  judge: ({ request, policy }, { profession, supervisedBefore }) => {
    const knows = profession === request.profession ? 'own' : supervisedBefore > 0 ? 'supervised' : 'new';
    const points = {
      own: 0,
      supervised: policy.remitFromExperience.value,
      new: policy.remitToLearn.value,
    }[knows];
    return { points, facts: { knows, profession: request.profession } };
  },
  toPractitioner: ({ knows, profession }) =>
    knows === 'own' && profession !== undefined
      ? `You have the same profession as the learner: ${withinSentence(wordsOf(profession))}.`
      : undefined,
  toTeam: ({ knows }) => [knows === undefined ? undefined : teamWords[knows]],
});
