import { otherLead } from '../../../shared/people/lead-moves.ts';
import { leadEmail } from '../../store/lead-changes.ts';
import type {
  OrganisationTrust,
  OrganisationTrustRepository,
} from '../../store/repositories/organisation-trust-repository.ts';
import type { Change, Table } from '../../store/table/table.ts';

interface Move {
  readonly table: Table;
  readonly trust: OrganisationTrustRepository;
  /** Id of the organisation that everything moves to. */
  readonly to: string;
  readonly now: string;
  readonly occasion: string;
}

/**
 * Makes the changes that move the confirmed domains and the named people of an organisation to the one that it is. A
 * confirmed lead of whom there are two then becomes a task for the team. What the other organisation knows already stays
 * as it is there.
 */
export const movedTrust = (
  { table, trust, to, now, occasion }: Move,
  from: OrganisationTrust,
  own: OrganisationTrust,
): readonly Change[] => [
  ...from.domains.flatMap((row) => [
    trust.removeDomain(row),
    ...(own.domains.some(({ domain }) => domain === row.domain)
      ? []
      : [trust.saveDomain({ ...row, organisationId: to })]),
  ]),
  ...from.people.flatMap((person) => {
    if (own.people.some(({ id }) => id === person.id)) return trust.removePerson(person);
    const moved = { ...person, version: 0, organisationId: to };
    const isSecond =
      moved.role === 'lead' && moved.state === 'confirmed' && otherLead(moved, own.people) !== undefined;
    const { decidedBy, decidedAt, byDomain, ...named } = moved;
    const after = isSecond ? { ...named, state: 'proposed' as const } : moved;
    return [
      ...trust.removePerson(person),
      trust.savePerson(after),
      ...(isSecond
        ? [
            leadEmail(table, 'lead-replaced', after, now, occasion),
            leadEmail(table, 'team-lead-named', after, now, occasion),
          ]
        : []),
    ];
  }),
];
