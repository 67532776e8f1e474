import * as z from 'zod';
import { weight } from '../query/weight.ts';
import { criterion } from './criterion.ts';

const weights = {
  /** Points if the drive makes the supervision partly remote. */
  partlyRemote: weight(
    60,
    'Seeing patients together teaches more than a video call. The difference is worth 6 minutes of travel.',
  ),
};

export const partlyRemote = criterion(weights, {
  name: 'partly-remote',
  label: 'Partly remote',
  facts: z.object({ remote: z.enum(['yes', 'no']) }),
  judge: ({ maxMinutes, nearest, policy }, practitioner) => {
    const { drive } = nearest(practitioner);
    const remote = drive === undefined || drive.minutes > maxMinutes;
    return { points: remote ? policy.partlyRemote.value : 0, facts: { remote: remote ? 'yes' : 'no' } };
  },
  toPractitioner: ({ remote }) =>
    remote === 'yes'
      ? 'You practise further away than the learner can travel each time, so some supervision would be remote.'
      : undefined,
  toTeam: ({ remote }) => [remote === 'yes' ? 'further than the learner travels every time' : undefined],
});
