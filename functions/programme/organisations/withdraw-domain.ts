import { accepted, refused, type Result } from '../../../shared/kernel/result.ts';
import type { OrganisationDomain } from '../../../shared/people/organisation-domain.ts';
import { withoutLead } from '../../../shared/people/lead-moves.ts';
import type { Organisation } from '../../../shared/people/organisation.ts';
import type { OrganisationPerson } from '../../../shared/people/organisation-person.ts';
import { leadEmail } from '../../store/lead-changes.ts';
import type { Change } from '../../store/table/table.ts';
import { teamDecisionRows } from '../../store/audit-row.ts';
import { decideAndCommit } from '../../store/unit-of-work.ts';
import { organisationNamed } from './organisation-named.ts';
import type { TrustDeps } from './trust-deps.ts';

interface Withdrawal {
  /** Code or id of the organisation. */
  readonly organisation: string;
  readonly domain: string;
  readonly why: string;
  readonly by: string;
}

type Refused = 'domain-not-confirmed' | 'busy';

interface Facts {
  readonly organisation: Organisation | undefined;
  readonly row: OrganisationDomain | undefined;
  readonly people: readonly OrganisationPerson[];
}

/** A lead whom only the domain had confirmed becomes a task for the team, and is told. */
const noLongerLeads = (
  {
    table,
    trust,
    organisations,
    now,
    occasion,
  }: TrustDeps & { readonly now: string; readonly occasion: string },
  lead: OrganisationPerson,
  organisation: Organisation,
): readonly Change[] => {
  const { how, byDomain, decidedAt, ...named } = lead;
  const proposed = { ...named, state: 'proposed' as const };
  return [
    trust.savePerson(proposed),
    organisations.save(withoutLead(organisation)),
    leadEmail(table, 'lead-replaced', proposed, now, occasion),
    leadEmail(table, 'team-lead-named', proposed, now, occasion),
  ];
};

/**
 * Withdraws the confirmation of a domain, which then proves nothing for new people. Those who are listed already stay
 * listed. A lead whom only the domain had confirmed leads no more until the team confirms them.
 */
export const withdrawDomain =
  (deps: TrustDeps) =>
  ({ organisation: named, domain, why, by }: Withdrawal): Promise<Result<OrganisationDomain, Refused>> => {
    const { table, trust, clock, chance } = deps;
    const now = clock.now();
    return decideAndCommit<Facts, OrganisationDomain, Refused>({
      table,
      read: async () => {
        const organisation = await organisationNamed(deps)(named, now);
        const id = organisation?.id ?? named;
        return {
          organisation,
          row: (await trust.domainOf({ id }, domain))[0],
          people: (await trust.of({ id })).people,
        };
      },
      decide: ({ organisation, row, people }) => {
        if (row === undefined) return refused('domain-not-confirmed');
        const lead = people.find(
          (one) => one.role === 'lead' && one.state === 'confirmed' && one.byDomain === domain,
        );
        const occasion = chance.id();
        return accepted({
          value: row,
          changes: [
            trust.removeDomain(row),
            ...(lead === undefined || organisation === undefined
              ? []
              : noLongerLeads({ ...deps, now, occasion }, lead, organisation)),
            ...teamDecisionRows(
              `organisation#${row.organisationId}`,
              now,
              occasion,
              { by, why, values: { domain: { before: domain, after: null } } },
              'organisation-domain-withdrawn',
            ),
          ],
        });
      },
    });
  };
