import { emailFor } from '../../../shared/notifications/email.ts';
import { accepted, refused, type Result } from '../../../shared/kernel/result.ts';
import type { OrganisationPerson } from '../../../shared/people/organisation-person.ts';
import type { Practitioner } from '../../../shared/people/practitioner.ts';
import { proved } from '../../../shared/people/practitioner-moves.ts';
import { vouchersFor } from '../../../shared/people/proof-of.ts';
import type { Vouch, VouchAnswer } from '../../../shared/people/vouch.ts';
import type { Chance } from '../../platform/chance.ts';
import type { Clock } from '../../platform/clock.ts';
import { auditRow } from '../../store/audit-row.ts';
import type { EmailRepository } from '../../store/repositories/email-repository.ts';
import type { OrganisationTrustRepository } from '../../store/repositories/organisation-trust-repository.ts';
import type { PractitionerRepository } from '../../store/repositories/practitioner-repository.ts';
import type { VouchRepository } from '../../store/repositories/vouch-repository.ts';
import type { Table } from '../../store/table/table.ts';
import { decideAndCommit } from '../../store/unit-of-work.ts';

export interface VouchDeps {
  readonly table: Pick<Table, 'commit'>;
  readonly practitioners: Pick<PractitionerRepository, 'findPresent' | 'save'>;
  readonly trust: Pick<OrganisationTrustRepository, 'of'>;
  readonly vouches: VouchRepository;
  readonly emails: Pick<EmailRepository, 'save'>;
  readonly clock: Clock;
  readonly chance: Pick<Chance, 'id'>;
}

/** The person who was asked, and the DPP whom they were asked about. */
export interface Asked {
  readonly practitionerId: string;
  readonly organisationId: string;
  readonly personId: string;
}

/** A question that may be answered, with everything it is about. */
export interface OpenVouch {
  readonly practitioner: Practitioner;
  readonly person: OrganisationPerson;
  readonly vouch: Vouch;
}

/**
 * Finds a question to a confirmed person. Undefined if the DPP is not there any more, moved to another organisation, or
 * if the person is not confirmed any more: nobody is believed then.
 */
export const findVouch =
  ({ practitioners, trust, vouches }: Pick<VouchDeps, 'practitioners' | 'trust' | 'vouches'>) =>
  async ({ practitionerId, organisationId, personId }: Asked): Promise<OpenVouch | undefined> => {
    const practitioner = await practitioners.findPresent(practitionerId);
    if (practitioner === undefined) return undefined;
    const [{ people }, asked] = await Promise.all([
      trust.of(practitioner.organisation),
      vouches.of(practitionerId),
    ]);
    const may = vouchersFor(practitioner, people).filter((one) => one.id === personId);
    // The organisation may have got another id since the question was sent: the same person is meant.
    const person = may.find((one) => one.organisationId === organisationId) ?? may[0];
    const vouch = asked.find(
      (one) => one.personId === personId && one.organisationId === person?.organisationId,
    );
    return person === undefined || vouch === undefined ? undefined : { practitioner, person, vouch };
  };

/**
 * Records what a confirmed person says about a DPP. A yes lists somebody who waits only for a proof; any other answer is
 * told to the team. The first answer counts. Idempotent.
 * @returns `gone` if there is nothing to answer, and the first answer if there is one
 */
export const answerVouch =
  (deps: VouchDeps) =>
  (asked: Asked, answer: VouchAnswer): Promise<Result<VouchAnswer, 'gone' | 'busy'>> => {
    const { table, practitioners, vouches, emails, clock, chance } = deps;
    const now = clock.now();
    return decideAndCommit<OpenVouch | undefined, VouchAnswer, 'gone'>({
      table,
      read: () => findVouch(deps)(asked),
      decide: (found) => {
        if (found === undefined) return refused('gone');
        const { practitioner, vouch } = found;
        if (vouch.answer !== undefined) return accepted({ value: vouch.answer, changes: [] });
        const audited = chance.id();
        const about = { practitionerId: practitioner.id };
        const listed = answer === 'yes' ? proved(practitioner, 'voucher', now) : undefined;
        return accepted({
          value: answer,
          changes: [
            vouches.save({ ...vouch, answer, answeredAt: now }),
            ...(listed?.ok === true
              ? [
                  practitioners.save(listed.value, [practitioner.state]),
                  emails.save(
                    emailFor('practitioner-checked-and-listed', `${practitioner.id}.${audited}`, about, now),
                  ),
                ]
              : []),
            ...(answer === 'yes'
              ? []
              : [
                  emails.save(
                    emailFor(
                      'team-vouch-answered',
                      `${practitioner.id}#${vouch.organisationId}#${vouch.personId}`,
                      { ...asked, organisationId: vouch.organisationId, occasion: answer },
                      now,
                    ),
                  ),
                ]),
            auditRow(`practitioner#${practitioner.id}`, now, audited, 'voucher', 'practitioner-vouched', {
              answer,
              organisation: vouch.organisationId,
              state: listed?.ok === true ? listed.value.state : practitioner.state,
            }),
          ],
        });
      },
    });
  };
