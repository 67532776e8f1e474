import { professions } from '../../reference/professions.ts';
import { requirement } from './requirement.ts';

const independent: ReadonlySet<string> = new Set(
  professions.filter(({ prescribes }) => prescribes === 'independent').map(({ id }) => id),
);

/** Only an independent prescriber signs a learner off. */
export const maySignOff = requirement({
  name: 'may-sign-off',
  label: 'May sign off',
  meets: ({ signsOff }, { profession }) => !signsOff || independent.has(profession),
  compared: (_, { profession }) => ({ wanted: 'an independent prescriber', found: profession }),
  kind: ({ profession }) => profession,
});
