import { createPractitioner } from '../../../shared/people/create-practitioner.ts';
import { causedFrom, emailFor } from '../../../shared/notifications/email.ts';
import { accepted } from '../../../shared/kernel/result.ts';
import { londonDay } from '../../../shared/kernel/time.ts';
import { toOfferOfSupervision } from '../../../shared/journeys/register/offer-of-supervision.ts';
import type { OrganisationIndex } from '../../../shared/systems/organisations/organisation-index.ts';
import type { ServiceSystem } from '../../../shared/systems/service-system.ts';
import { networkHash } from '../../platform/hash.ts';
import type { Clock } from '../../platform/clock.ts';
import { auditRow } from '../../store/audit-row.ts';
import type { EmailRepository } from '../../store/repositories/email-repository.ts';
import type { PractitionerRepository } from '../../store/repositories/practitioner-repository.ts';
import { changeOfSystem } from '../../store/table/system-table.ts';
import type { Change, Table } from '../../store/table/table.ts';
import { decideAndCommit } from '../../store/unit-of-work.ts';
import type { ConfirmationLimits, TooMany } from '../../web/links/confirmation-limits.ts';
import type { Submit } from '../../web/journeys/journey-handlers.ts';
import { type Owner, ownerOfAddress } from '../../store/unique-claims.ts';

interface Deps {
  readonly system: ServiceSystem;
  readonly knownOrganisations: () => Promise<OrganisationIndex>;
  readonly table: Pick<Table, 'get' | 'commit' | 'systemId'>;
  readonly practitioners: PractitionerRepository;
  readonly emails: EmailRepository;
  readonly clock: Clock;
  readonly limits: ConfirmationLimits;
}

/**
 * Returns the changes about an address that is listed already. The owner's system writes to the owner, so an address of
 * another system gets the changes there. They may be made twice: this system cannot see whether they exist.
 */
const toOwner = ({ elsewhere }: Owner, changes: readonly Change[]): readonly Change[] =>
  elsewhere === undefined
    ? changes
    : changes.map((change) =>
        changeOfSystem(elsewhere, change.do === 'put' ? { ...change, when: { is: 'anything' } } : change),
      );

/**
 * Stores a registration and sends an e-mail to confirm its address. If the address is already listed, its
 * owner gets an e-mail that says so, and the sender of the form sees no difference. Idempotent per
 * submission.
 */
export const register =
  ({ system, knownOrganisations, table, practitioners, emails, clock, limits }: Deps): Submit =>
  async ({ id, answers, network }) => {
    const now = clock.now();
    const offer = toOfferOfSupervision(answers, system, await knownOrganisations(), londonDay(now));
    return decideAndCommit<
      { readonly stored: boolean; readonly owner: Owner | undefined },
      'sent',
      TooMany | 'busy'
    >({
      table,
      read: async () => {
        const [stored, mailed, owner] = await Promise.all([
          practitioners.find(id),
          emails.find(`practitioner-already-registered.${id}`),
          ownerOfAddress(table, offer.email),
        ]);
        return { stored: stored !== undefined || mailed !== undefined, owner };
      },
      decide: ({ stored, owner }) => {
        if (stored) return accepted({ value: 'sent', changes: [] });
        const about = { practitionerId: owner?.id ?? id };
        return accepted({
          value: 'sent',
          changes:
            owner === undefined
              ? [
                  practitioners.save(createPractitioner(offer, id, system.consent.register.id, now)),
                  emails.save(
                    causedFrom(
                      emailFor('practitioner-address-confirm', id, about, now),
                      networkHash(network),
                    ),
                  ),
                  auditRow(`practitioner#${id}`, now, id, 'practitioner', 'practitioner-registered'),
                ]
              : toOwner(owner, [
                  emails.save(
                    causedFrom(
                      emailFor('practitioner-already-registered', id, about, now),
                      networkHash(network),
                    ),
                  ),
                  auditRow(
                    `practitioner#${owner.id}`,
                    now,
                    id,
                    'practitioner',
                    'practitioner-registered-again',
                  ),
                ]),
          limits: limits(offer.email, network, now),
        });
      },
    });
  };
