import { accepted, refused, type Result } from '../../../shared/kernel/result.ts';
import { organisationRef } from '../../../shared/people/organisation-ref.ts';
import { organisationNamed } from './organisation-named.ts';
import type { TrustDeps } from './trust-deps.ts';

/** Shows the domains and the people that the team has confirmed for an organisation and for its owner. */
export const showTrust =
  (deps: TrustDeps) =>
  async (named: string): Promise<Result<object, 'unknown-organisation'>> => {
    const organisation = await organisationNamed(deps)(named, deps.clock.now());
    if (organisation === undefined) return refused('unknown-organisation');
    const { domains, people } = await deps.trust.of(organisationRef(organisation));
    return accepted({
      organisation: [{ id: organisation.id, name: organisation.name, owner: organisation.employer?.name }],
      domains: domains.map(({ organisationId, domain, listsAtOnce, by, at, note }) => ({
        domain,
        of: organisationId,
        listsAtOnce: listsAtOnce ? 'yes' : 'no',
        by,
        at,
        note,
      })),
      people: people.map(({ organisationId, role, name, email, state, how, decidedBy, decidedAt }) => ({
        name,
        email,
        of: organisationId,
        role,
        state,
        how,
        decidedBy,
        decidedAt,
      })),
    });
  };
