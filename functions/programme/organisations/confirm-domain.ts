import { accepted, refused, type Result } from '../../../shared/kernel/result.ts';
import { kindOfDomain, mayProve } from '../../../shared/people/mail-domain.ts';
import type { Organisation } from '../../../shared/people/organisation.ts';
import type { OrganisationDomain } from '../../../shared/people/organisation-domain.ts';
import { auditRow } from '../../store/audit-row.ts';
import { decideAndCommit } from '../../store/unit-of-work.ts';
import { organisationNamed } from './organisation-named.ts';
import type { TrustDeps } from './trust-deps.ts';

interface Confirmation {
  /** Code or id of the organisation. */
  readonly organisation: string;
  readonly domain: string;
  readonly listsAtOnce: boolean;
  readonly note: string;
  readonly by: string;
}

type Refused = 'unknown-organisation' | 'domain-is-shared' | 'domain-is-free-mail' | 'busy';

/**
 * Confirms that only people of one organisation have addresses at a domain. Refuses domains that many organisations
 * share. Repeating it replaces the note, and whether the domain lists at once.
 */
export const confirmDomain =
  (deps: TrustDeps) =>
  ({
    organisation: named,
    domain,
    listsAtOnce,
    note,
    by,
  }: Confirmation): Promise<Result<OrganisationDomain, Refused>> => {
    const { table, organisations, trust, clock, chance } = deps;
    const now = clock.now();
    return decideAndCommit<Organisation | undefined, OrganisationDomain, Refused>({
      table,
      read: () => organisationNamed(deps)(named, now),
      decide: (organisation) => {
        if (organisation === undefined) return refused('unknown-organisation');
        if (!mayProve(domain))
          return refused(kindOfDomain(domain) === 'free' ? 'domain-is-free-mail' : 'domain-is-shared');
        const row = { organisationId: organisation.id, domain, listsAtOnce, by, at: now, note };
        return accepted({
          value: row,
          changes: [
            ...(organisation.version === 0 ? [organisations.save(organisation)] : []),
            trust.saveDomain(row),
            auditRow(
              `organisation#${organisation.id}`,
              now,
              chance.id(),
              `team:${by}`,
              'organisation-domain-confirmed',
              { domain, listsAtOnce: listsAtOnce ? 'yes' : 'no' },
            ),
          ],
        });
      },
    });
  };
