import { accepted, refused, type Result } from '../../../shared/kernel/result.ts';
import { kindOfDomain, mayProve } from '../../../shared/people/mail-domain.ts';
import type { Organisation } from '../../../shared/people/organisation.ts';
import type { OrganisationDomain } from '../../../shared/people/organisation-domain.ts';
import { type Led, withConfirmedAddress } from '../../../shared/people/lead-moves.ts';
import { organisationRef } from '../../../shared/people/organisation-ref.ts';
import { leadEmail } from '../../store/lead-changes.ts';
import type { OrganisationTrust } from '../../store/repositories/organisation-trust-repository.ts';
import { teamDecisionRows } from '../../store/audit-row.ts';
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

interface Facts {
  readonly organisation: Organisation | undefined;
  readonly trusted: OrganisationTrust;
}

/** The lead whom a domain confirms now: somebody who was named, has confirmed their address, and is the only one. */
const ledByDomain = (
  organisation: Organisation,
  trusted: OrganisationTrust,
  now: string,
): Led | undefined => {
  const [led, ...others] = trusted.people
    .filter(
      (one) =>
        one.role === 'lead' &&
        one.state === 'proposed' &&
        one.addressConfirmedAt !== undefined &&
        one.organisationId === organisation.id,
    )
    .map((one) => withConfirmedAddress(one, organisation, trusted, now))
    .filter(({ person }) => person.state === 'confirmed');
  return others.length === 0 ? led : undefined;
};

/**
 * Confirms that only people of one organisation have addresses at a domain. Refuses domains that many organisations
 * share. Somebody who was named as lead and has confirmed an address there becomes the lead. Repeating it replaces the
 * note, and whether the domain lists at once.
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
    return decideAndCommit<Facts, OrganisationDomain, Refused>({
      table,
      read: async () => {
        const organisation = await organisationNamed(deps)(named, now);
        return {
          organisation,
          trusted:
            organisation === undefined
              ? { domains: [], people: [] }
              : await trust.of(organisationRef(organisation)),
        };
      },
      decide: ({ organisation, trusted }) => {
        if (organisation === undefined) return refused('unknown-organisation');
        if (!mayProve(domain))
          return refused(kindOfDomain(domain) === 'free' ? 'domain-is-free-mail' : 'domain-is-shared');
        const row = { organisationId: organisation.id, domain, listsAtOnce, by, at: now, note };
        const led = ledByDomain(organisation, { ...trusted, domains: [...trusted.domains, row] }, now);
        return accepted({
          value: row,
          changes: [
            ...(led !== undefined
              ? [
                  organisations.save(led.organisation),
                  trust.savePerson(led.person),
                  leadEmail(table, 'lead-confirmed', led.person, now, chance.id()),
                ]
              : organisation.version === 0
                ? [organisations.save(organisation)]
                : []),
            trust.saveDomain(row),
            ...teamDecisionRows(
              `organisation#${organisation.id}`,
              now,
              chance.id(),
              { by, values: { domain: { before: null, after: domain } } },
              'organisation-domain-confirmed',
              { listsAtOnce: listsAtOnce ? 'yes' : 'no' },
            ),
          ],
        });
      },
    });
  };
