import { withoutLead } from '../../../shared/people/lead-moves.ts';
import { organisationRef } from '../../../shared/people/organisation-ref.ts';
import type { Organisation } from '../../../shared/people/organisation.ts';
import type { OrganisationPerson } from '../../../shared/people/organisation-person.ts';
import { isSameAddress } from '../../../shared/people/is-confirmed-for.ts';
import { accepted, refused, type Result } from '../../../shared/kernel/result.ts';
import type { Chance } from '../../platform/chance.ts';
import type { Clock } from '../../platform/clock.ts';
import { auditRow } from '../../store/audit-row.ts';
import { confirmedAddressChanges } from '../../store/lead-changes.ts';
import type { OrganisationRepository } from '../../store/repositories/organisation-repository.ts';
import type {
  OrganisationTrust,
  OrganisationTrustRepository,
} from '../../store/repositories/organisation-trust-repository.ts';
import type { Table } from '../../store/table/table.ts';
import { decideAndCommit } from '../../store/unit-of-work.ts';

interface Deps {
  readonly table: Table;
  readonly organisations: OrganisationRepository;
  readonly trust: OrganisationTrustRepository;
  readonly clock: Clock;
  readonly chance: Pick<Chance, 'id'>;
}

/** Answer of a named person to the question whether they are the prescribing lead. */
export type LeadAnswer = 'yes' | 'no';

/** The person after their answer; undefined once they are deleted. */
export type AnsweredLead = OrganisationPerson | undefined;

interface Facts {
  readonly organisation: Organisation | undefined;
  readonly trust: OrganisationTrust;
}

/**
 * Records what a named lead says about themselves. With "yes" their address is confirmed, and they lead the organisation
 * if the team or a domain has confirmed them too. With "no" their name and address are deleted, and they lead nothing.
 * Idempotent.
 */
export const confirmLead =
  ({ table, organisations, trust, clock, chance }: Deps) =>
  (
    organisationId: string,
    personId: string,
    says: LeadAnswer,
  ): Promise<Result<AnsweredLead, 'gone' | 'busy'>> => {
    const now = clock.now();
    return decideAndCommit<Facts, AnsweredLead, 'gone' | 'busy'>({
      table,
      read: async () => {
        const organisation = await organisations.find(organisationId);
        return {
          organisation,
          trust:
            organisation === undefined
              ? { domains: [], people: [] }
              : await trust.of(organisationRef(organisation)),
        };
      },
      decide: (facts) => {
        const { organisation } = facts;
        const person = facts.trust.people.find(
          (one) => one.id === personId && one.organisationId === organisationId,
        );
        if (organisation === undefined || person === undefined) return refused('gone');
        if (person.state !== 'proposed' && person.state !== 'confirmed') return refused('gone');
        const occasion = chance.id();
        if (says === 'yes')
          return accepted({
            value: { ...person, addressConfirmedAt: person.addressConfirmedAt ?? now },
            changes: confirmedAddressChanges({
              table,
              person,
              organisation,
              trust: facts.trust,
              now,
              actor: 'lead',
              occasion,
            }),
          });
        const led =
          organisation.leadEmail !== undefined && isSameAddress(organisation.leadEmail, person.email);
        return accepted({
          value: undefined,
          changes: [
            ...trust.removePerson(person),
            ...(led ? [organisations.save(withoutLead(organisation))] : []),
            auditRow(`organisation#${organisationId}`, now, occasion, 'lead', 'lead-declined'),
          ],
        });
      },
    });
  };
