import { emailFor } from '../../../shared/notifications/email.ts';
import type { Practitioner } from '../../../shared/people/practitioner.ts';
import { confirmEmail, type Moved } from '../../../shared/people/practitioner-moves.ts';
import { accepted, refused, type Result } from '../../../shared/kernel/result.ts';
import type { Clock } from '../../platform/clock.ts';
import { auditRow } from '../../store/audit-row.ts';
import type { EmailRepository } from '../../store/repositories/email-repository.ts';
import type { OrganisationTrustRepository } from '../../store/repositories/organisation-trust-repository.ts';
import type { OrganisationRepository } from '../../store/repositories/organisation-repository.ts';
import type { PractitionerRepository } from '../../store/repositories/practitioner-repository.ts';
import type { Table } from '../../store/table/table.ts';
import { decideAndCommit } from '../../store/unit-of-work.ts';
import { domainProof } from '../../../shared/people/domain-proof.ts';
import { domainOf } from '../../../shared/people/mail-domain.ts';
import type { OrganisationDomain } from '../../../shared/people/organisation-domain.ts';
import type { Organisation } from '../../../shared/people/organisation.ts';
import { organisationRef } from '../../../shared/people/organisation-ref.ts';
import type { OrganisationIndex } from '../../../shared/systems/organisations/organisation-index.ts';
import { organisationOfRecord } from './organisation-of-record.ts';
import { emailsToNamed, withNamedTold } from '../../store/tell-named.ts';
import { claim, claimAddress, type Owner, type Taken, takenBy } from '../../store/unique-claims.ts';

interface Deps {
  readonly table: Table;
  readonly practitioners: PractitionerRepository;
  readonly organisations: OrganisationRepository;
  readonly knownOrganisations: () => Promise<OrganisationIndex>;
  readonly emails: EmailRepository;
  readonly clock: Clock;
  /** Reads the domains that the team has confirmed for organisations. */
  readonly trust: Pick<OrganisationTrustRepository, 'domainOf'>;
  /** Tells the team of another system that a number of one of its DPPs was given here. */
  readonly tellOtherTeam: (registrationId: string, owner: Owner) => Promise<void>;
}

export type ConfirmRefusal = 'gone' | 'address-taken' | 'number-taken' | 'number-taken-elsewhere' | 'busy';

interface Facts {
  readonly practitioner: Practitioner | undefined;
  readonly taken: Taken;
  /** The organisation that the practitioner named, with version 0 if it is not stored yet. */
  readonly organisation: Organisation | undefined;
  /** The confirmed domains of the organisation that are the domain of the practitioner's address. */
  readonly domains: readonly OrganisationDomain[];
}

const placeOf = ({ sites: [site] }: Practitioner): string => site?.place ?? '';

const refusalFor = (id: string, taken: Taken): ConfirmRefusal | undefined => {
  if (taken.email !== undefined && taken.email.id !== id) return 'address-taken';
  if (taken.registration === undefined || taken.registration.id === id) return undefined;
  return taken.registration.elsewhere === undefined ? 'number-taken' : 'number-taken-elsewhere';
};

/**
 * Confirms a registration's address. The registration then waits for the team's check, or is listed immediately if the
 * team has confirmed the address's domain for the organisation and lets it list at once. Idempotent: repeating it gives the same answer.
 */
export const confirmPractitioner =
  ({ table, practitioners, organisations, knownOrganisations, emails, clock, trust, tellOtherTeam }: Deps) =>
  async (id: string): Promise<Result<Practitioner, ConfirmRefusal>> => {
    const now = clock.now();

    const read = async (): Promise<Facts> => {
      const practitioner = await practitioners.findPresent(id);
      if (practitioner?.state !== 'unconfirmed')
        return {
          practitioner,
          taken: { email: undefined, registration: undefined },
          organisation: undefined,
          domains: [],
        };
      const [taken, organisation] = await Promise.all([
        takenBy(table, practitioner),
        organisationOfRecord(
          { organisations, knownOrganisations },
          practitioner.organisation,
          placeOf(practitioner),
          now,
        ),
      ]);
      const domains = await trust.domainOf(organisationRef(organisation), domainOf(practitioner.email));
      return { practitioner, taken, organisation, domains };
    };

    const changesFor = (
      before: Practitioner,
      after: Practitioner,
      organisation: Organisation,
      isOwn: boolean,
    ) => {
      const about = { practitionerId: id };
      return [
        practitioners.save(after, ['unconfirmed']),
        ...emailsToNamed(table, before, after, now),
        ...claim(table, before),
        ...(organisation.version === 0 ? [organisations.save(organisation)] : []),
        emails.save(emailFor('practitioner-registration-received', id, about, now)),
        emails.save(
          emailFor('team-check-wanted', id, { ...about, ...(isOwn ? { occasion: 'own' } : {}) }, now),
        ),
        auditRow(`practitioner#${id}`, now, 'confirmed', 'practitioner', 'practitioner-confirmed', {
          state: after.state,
        }),
      ];
    };

    const changesOfClaim = (
      before: Practitioner,
      after: Practitioner,
      organisation: Organisation,
      rival: string,
    ) => [
      practitioners.save(after, ['unconfirmed']),
      ...emailsToNamed(table, before, after, now),
      claimAddress(table, before),
      ...(organisation.version === 0 ? [organisations.save(organisation)] : []),
      emails.save(emailFor('practitioner-registration-received', id, { practitionerId: id }, now)),
      emails.save(
        emailFor('team-number-claimed', id, { practitionerId: id, otherPractitionerId: rival }, now),
      ),
      auditRow(`practitioner#${id}`, now, 'confirmed', 'practitioner', 'practitioner-number-claimed', {
        of: rival,
      }),
      auditRow(`practitioner#${rival}`, now, `claimed-${id}`, 'practitioner', 'practitioner-number-claimed', {
        by: id,
      }),
    ];

    let owner: Owner | undefined;
    const outcome = await decideAndCommit<Facts, Practitioner, ConfirmRefusal>({
      table,
      read,
      decide: ({ practitioner, taken, organisation, domains }) => {
        if (practitioner === undefined || practitioner.state === 'withdrawn') return refused('gone');
        if (practitioner.state !== 'unconfirmed') return accepted({ value: practitioner, changes: [] });
        owner = taken.registration;
        const refusal = refusalFor(id, taken);
        // The number of another listing may be this person's own: the team decides between the two. The answer is the
        // same as for anybody else, so that it tells nothing about the other.
        const rival = refusal === 'number-taken' ? owner?.id : undefined;
        if (refusal !== undefined && rival === undefined) return refused(refusal);
        if (organisation === undefined) return refused('gone');
        if (rival !== undefined) {
          const waiting = confirmEmail(practitioner, false, now);
          if (!waiting.ok) return refused('gone');
          const after = {
            ...withNamedTold(waiting.value),
            organisation: organisationRef(organisation),
            claimsNumberOf: rival,
          };
          return accepted({
            value: after,
            changes: changesOfClaim(practitioner, after, organisation, rival),
          });
        }
        const proof = domainProof(practitioner.email, organisationRef(organisation), domains);
        const moved: Moved = confirmEmail(practitioner, proof?.listsAtOnce === true, now);
        if (!moved.ok) return refused('gone');
        const after = { ...withNamedTold(moved.value), organisation: organisationRef(organisation) };
        return accepted({
          value: after,
          changes: changesFor(practitioner, after, organisation, proof !== undefined),
        });
      },
    });
    if (!outcome.ok && outcome.refusal === 'number-taken-elsewhere' && owner !== undefined)
      await tellOtherTeam(id, owner);
    return outcome;
  };
