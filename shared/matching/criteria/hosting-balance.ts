import * as z from 'zod';
import { employerRefOf } from '../../people/employer-ref-of.ts';
import { counted } from '../../reference/reference-words.ts';
import { balanceKey } from '../query/seat-query.ts';
import { weight } from '../query/weight.ts';
import { criterion } from './criterion.ts';

const weights = {
  /**
   * Points taken off for each learner that the practitioner's organisation owes to the learner's
   * organisation.
   */
  reciprocity: weight(
    5,
    'Rewards organisations that host learners from other organisations. It counts for less than a different setting, so it decides only when DPPs fit almost equally well.',
  ),
  /** Largest balance between two organisations that counts, in learners, in either direction. */
  reciprocityCap: weight(
    4,
    'Hosting in the past must not outweigh a better fit, so at most 4 learners count: 4 × 5 points are worth 2 minutes of travel.',
  ),
  /** Days after which a credit counts for half. */
  halfLifeDays: weight(
    365,
    'Courses run once a year: a learner hosted a year ago counts half as much as one hosted today.',
  ),
  /** Half-lives after which a credit no longer counts. */
  forgottenAfter: weight(
    5,
    'After 5 half-lives a learner counts as 1/32 of a learner, which makes no difference.',
  ),
  /** Hours of supervision that count as one learner. */
  learnerHours: weight(
    90,
    'The usual number of hours of learning in practice, so that ten hours with a spoke supervisor do not count as a whole learner.',
  ),
};

const clamp = (value: number, limit: number): number => Math.max(-limit, Math.min(limit, value));

const owed = (balance: number): string => {
  if (balance === 0) return 'nothing owed';
  return balance > 0
    ? `the learner’s organisation is owed ${counted(balance, 'learner')}`
    : `the learner’s organisation owes ${counted(-balance, 'learner')}`;
};

export const hostingBalance = criterion(weights, {
  // Offers store this name: do not change it.
  name: 'give-and-take',
  label: 'Balance of hosting',
  /**
   * `balance`: number of learners that the practitioner's organisation owes to the learner's organisation.
   */
  facts: z.object({ own: z.enum(['yes', 'no']), balance: z.number() }),
  judge: ({ request, policy, context }, { organisation }) => {
    const cap = policy.reciprocityCap.value;
    const [home, host] = [employerRefOf(request.organisation).id, employerRefOf(organisation).id];
    const own = home === host;
    const balance = own ? 0 : (context.balances[balanceKey(home, host)] ?? 0);
    const counts = own ? cap : clamp(Math.trunc(balance), cap);
    return {
      // Subtracts from 0, because -1 × 0 would give -0.
      points: 0 - policy.reciprocity.value * counts,
      facts: { own: own ? 'yes' : 'no', balance },
    };
  },
  atLeast: ({ policy }) => -policy.reciprocity.value * policy.reciprocityCap.value,
  toPractitioner: ({ own, balance = 0 }) => {
    if (own === 'yes') return 'You work in the same organisation as the learner.';
    return balance > 0
      ? 'The learner’s organisation has recently hosted more of your organisation’s learners than yours has hosted of theirs.'
      : undefined;
  },
  toTeam: ({ own, balance }) => [
    own === 'yes' ? 'the same organisation' : balance === undefined ? undefined : owed(balance),
  ],
});
