import { askVouchers } from '../../../functions/programme/vouching/ask-vouchers.ts';
import { emailRepository } from '../../../functions/store/repositories/email-repository.ts';
import {
  organisationPersonId,
  organisationTrustRepository,
} from '../../../functions/store/repositories/organisation-trust-repository.ts';
import { vouchRepository } from '../../../functions/store/repositories/vouch-repository.ts';
import type { Change, Table } from '../../../functions/store/table/table.ts';
import type { OrganisationPerson } from '../../../shared/people/organisation-person.ts';
import { addressAt } from './employers.ts';
import { inventFrom } from './invent.ts';
import type { SeededWorld } from './make-world.ts';

const SEED = 20_261_122;

/** Shared address of the people in charge of small organisations, which proves nothing by itself. */
const SHARED_DOMAIN = 'shared-mail.example';

/**
 * Rows of what the team has confirmed about the organisations: the domain of every third, somebody who vouches at every
 * third, nothing about the others. Nothing lists at once. Asks those who vouch about the DPPs who wait for a proof.
 */
export const trustRows = (table: Table, { stage, practitioners }: SeededWorld): readonly Change[] => {
  const { employers, times } = stage;
  const trust = organisationTrustRepository(table);
  const invent = inventFrom(SEED);
  const decided = { by: 'Tess Team', at: times.ago(200) };
  const domains = employers
    .filter((_, index) => index % 3 === 0)
    .map(({ organisation, domain }) =>
      trust.saveDomain({
        organisationId: organisation.id,
        domain,
        listsAtOnce: false,
        ...decided,
        note: 'Named on the website of the organisation; two members of staff called',
      }),
    );
  const people = employers
    .filter((_, index) => index % 3 === 1)
    .map(({ organisation }): OrganisationPerson => {
      const name = invent.person();
      const email = addressAt(SHARED_DOMAIN, name);
      return {
        id: organisationPersonId('voucher', email),
        version: 0,
        organisationId: organisation.id,
        role: 'voucher',
        name,
        email,
        state: 'confirmed',
        proposedAt: times.ago(200),
        how: 'Called on the telephone number of the public register of organisations',
        decidedBy: decided.by,
        decidedAt: decided.at,
      };
    });
  const deps = { emails: emailRepository(table), vouches: vouchRepository(table) };
  return [
    ...domains,
    ...people.map((person) => trust.savePerson(person)),
    ...[...practitioners.values()]
      .filter(({ state }) => state === 'awaiting-proof')
      .flatMap((practitioner) => askVouchers(deps, practitioner, people, [], times.now)),
  ];
};
