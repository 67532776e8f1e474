import { accepted, refused, type Result } from '../../../shared/kernel/result.ts';
import { isSameAddress } from '../../../shared/people/is-confirmed-for.ts';
import type { Organisation } from '../../../shared/people/organisation.ts';
import type { OrganisationPerson, OrganisationRole } from '../../../shared/people/organisation-person.ts';
import { withoutLead } from '../../../shared/people/lead-moves.ts';
import { leadEmail } from '../../store/lead-changes.ts';
import { auditRow, teamWordsRow } from '../../store/audit-row.ts';
import { organisationPersonSubject } from '../../store/repositories/organisation-trust-repository.ts';
import { decideAndCommit } from '../../store/unit-of-work.ts';
import { organisationNamed } from './organisation-named.ts';
import type { TrustDeps } from './trust-deps.ts';

interface Refusal {
  /** Code or id of the organisation. */
  readonly organisation: string;
  readonly role: OrganisationRole;
  readonly email: string;
  readonly why: string;
  readonly by: string;
}

interface Facts {
  readonly organisation: Organisation | undefined;
  readonly person: OrganisationPerson | undefined;
}

type Refused = 'unknown-person' | 'busy';

/**
 * Records that somebody who was named or confirmed as lead or voucher does not hold the role, or holds it no longer.
 * Idempotent.
 */
export const refusePerson =
  (deps: TrustDeps) =>
  ({ organisation: named, role, email, why, by }: Refusal): Promise<Result<OrganisationPerson, Refused>> => {
    const { table, organisations, trust, clock, chance } = deps;
    const now = clock.now();
    return decideAndCommit<Facts, OrganisationPerson, Refused>({
      table,
      read: async () => {
        const organisation = await organisationNamed(deps)(named, now);
        const person =
          organisation === undefined ? undefined : await trust.findPerson(organisation.id, role, email);
        return { organisation, person };
      },
      decide: ({ organisation, person }) => {
        if (organisation === undefined || person === undefined) return refused('unknown-person');
        if (person.state === 'refused') return accepted({ value: person, changes: [] });
        const after: OrganisationPerson = { ...person, state: 'refused', decidedBy: by, decidedAt: now };
        const audited = chance.id();
        const isLead =
          role === 'lead' &&
          organisation.leadEmail !== undefined &&
          isSameAddress(organisation.leadEmail, person.email);
        return accepted({
          value: after,
          changes: [
            trust.savePerson(after),
            ...(isLead ? [organisations.save(withoutLead(organisation))] : []),
            ...(person.role === 'lead' && person.state === 'confirmed'
              ? [leadEmail(table, 'lead-replaced', after, now, chance.id())]
              : []),
            auditRow(
              `organisation#${organisation.id}`,
              now,
              audited,
              `team:${by}`,
              'organisation-person-refused',
              { role },
            ),
            // Under the person, whose erasure deletes it.
            teamWordsRow(organisationPersonSubject(person.id), now, audited, { by, why }),
          ],
        });
      },
    });
  };
