import * as z from 'zod';
import { counted, listed } from '../../reference/reference-words.ts';
import { weight } from '../query/weight.ts';
import { criterion } from './criterion.ts';

const weights = {
  /** Number of common days a week that is enough; further common days bring no advantage. */
  daysWanted: weight(
    2,
    '90 hours over six months is about one day a fortnight. Two shared days leave a choice.',
  ),
  /** Points for each day by which the number of common days falls short of `daysWanted`. */
  missingDay: weight(
    15,
    'Without a day on which both are free, the DPP or the learner has to change a rota.',
  ),
};

const capital = (day: string): string => day.charAt(0).toUpperCase() + day.slice(1);

/** Splits days and capitalises their names: "monday friday" → ["Monday", "Friday"]. */
const namesOf = (common: string): readonly string[] =>
  common
    .split(' ')
    .filter((day) => day !== '')
    .map(capital);

export const days = criterion(weights, {
  name: 'days',
  label: 'Days in common',
  /** `common`: the days in common, separated by spaces. `missing`: how many more days are wanted. */
  facts: z.object({ common: z.string(), missing: z.number() }),
  judge: ({ request, policy }, practitioner) => {
    const common = request.days.filter((day) => practitioner.days.includes(day));
    const wanted = Math.min(policy.daysWanted.value, request.days.length);
    const missing = Math.max(0, wanted - common.length);
    return { points: missing * policy.missingDay.value, facts: { common: common.join(' '), missing } };
  },
  toPractitioner: ({ common, missing = 0 }) => {
    const names = namesOf(common ?? '');
    if (names.length > 0) return `You are both free on ${listed(names)}.`;
    return common === '' && missing > 0
      ? 'You have no weekday in common: one of you would have to change a day.'
      : undefined;
  },
  toTeam: ({ common, missing = 0 }) => {
    const names = namesOf(common ?? '');
    return [
      common === undefined ? undefined : names.length === 0 ? 'none in common' : `${listed(names)} in common`,
      missing === 0 ? undefined : `${counted(missing, 'day')} too few`,
    ];
  },
});
