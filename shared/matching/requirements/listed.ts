import { barOf, takesOffers } from '../../people/standing.ts';
import { requirement } from './requirement.ts';

/** The practitioner's state, and the facts beside it, allow new offers: see `meaningOf`. */
export const listed = requirement({
  name: 'listed',
  label: 'Listed',
  meets: ({ today }, practitioner) => takesOffers(practitioner, today),
  compared: ({ today }, practitioner) => ({
    wanted: 'listed',
    found: barOf(practitioner, today) ?? practitioner.state,
  }),
  kind: ({ state, check, recheck, organisationChangedAt, unreachableSince }) =>
    [
      state,
      check?.dueOn ?? '',
      ...[recheck, organisationChangedAt, unreachableSince].map((fact) => fact === undefined),
    ].join(' '),
});
