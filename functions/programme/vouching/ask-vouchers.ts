import { emailFor } from '../../../shared/notifications/email.ts';
import type { Instant } from '../../../shared/kernel/time.ts';
import type { OrganisationPerson } from '../../../shared/people/organisation-person.ts';
import type { Practitioner } from '../../../shared/people/practitioner.ts';
import { vouchersFor } from '../../../shared/people/proof-of.ts';
import type { Vouch } from '../../../shared/people/vouch.ts';
import type { EmailRepository } from '../../store/repositories/email-repository.ts';
import type { VouchRepository } from '../../store/repositories/vouch-repository.ts';
import type { Change } from '../../store/table/table.ts';

interface Deps {
  readonly emails: Pick<EmailRepository, 'save'>;
  readonly vouches: Pick<VouchRepository, 'save'>;
}

/** Maximum number of people who are asked about one DPP. */
const MOST_ASKED = 3;

/**
 * Makes the changes that ask confirmed people of an organisation about a DPP. Asks nobody twice.
 * @param asked what was asked before
 */
export const askVouchers = (
  { emails, vouches }: Deps,
  practitioner: Practitioner,
  people: readonly OrganisationPerson[],
  asked: readonly Vouch[],
  now: Instant,
): readonly Change[] =>
  vouchersFor(practitioner, people)
    .filter(
      ({ id, organisationId }) =>
        !asked.some((one) => one.personId === id && one.organisationId === organisationId),
    )
    .slice(0, Math.max(0, MOST_ASKED - asked.length))
    .flatMap(({ id: personId, organisationId }) => [
      vouches.save({
        version: 0,
        practitionerId: practitioner.id,
        organisationId,
        personId,
        askedAt: now,
      }),
      emails.save(
        emailFor(
          'voucher-asked',
          `${practitioner.id}#${organisationId}#${personId}`,
          { practitionerId: practitioner.id, organisationId, personId },
          now,
        ),
      ),
    ]);
