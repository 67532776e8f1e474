import { accepted, refused, type Result } from '../../../shared/kernel/result.ts';
import type { OrganisationDomain } from '../../../shared/people/organisation-domain.ts';
import { auditRow } from '../../store/audit-row.ts';
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

/**
 * Withdraws the confirmation of a domain, which then proves nothing for new people. Those who are listed already stay
 * listed.
 */
export const withdrawDomain =
  (deps: TrustDeps) =>
  ({ organisation: named, domain, why, by }: Withdrawal): Promise<Result<OrganisationDomain, Refused>> => {
    const { table, trust, clock, chance } = deps;
    const now = clock.now();
    return decideAndCommit<OrganisationDomain | undefined, OrganisationDomain, Refused>({
      table,
      read: async () => {
        const organisation = await organisationNamed(deps)(named, now);
        return (await trust.domainOf({ id: organisation?.id ?? named }, domain))[0];
      },
      decide: (row) =>
        row === undefined
          ? refused('domain-not-confirmed')
          : accepted({
              value: row,
              changes: [
                trust.removeDomain(row),
                auditRow(
                  `organisation#${row.organisationId}`,
                  now,
                  chance.id(),
                  `team:${by}`,
                  'organisation-domain-withdrawn',
                  { domain, why },
                ),
              ],
            }),
    });
  };
