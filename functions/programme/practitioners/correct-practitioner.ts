import { emailFor } from '../../../shared/notifications/email.ts';
import { accepted, refused, type Result } from '../../../shared/kernel/result.ts';
import { organisationRef } from '../../../shared/people/organisation-ref.ts';
import type { Practitioner } from '../../../shared/people/practitioner.ts';
import { corrected, withoutClaim } from '../../../shared/people/practitioner-moves.ts';
import { checkRegistrationNumber } from '../../../shared/people/registration-number.ts';
import type { OrganisationRef } from '../../../shared/reference/vocabulary.ts';
import { changeStanding, type Stood } from '../../matching/matches/change-standing.ts';
import { changedSinceCheck } from '../../store/changed-since-check.ts';
import { claimOtherNumber, takenBy } from '../../store/unique-claims.ts';
import { organisationNamed } from '../organisations/organisation-named.ts';
import type { OrganisationDeps } from '../organisations/organisation-deps.ts';
import type { PractitionerDeps } from './practitioner-deps.ts';

interface Deps extends PractitionerDeps, Pick<OrganisationDeps, 'organisations' | 'knownOrganisations'> {}

interface Correction {
  readonly id: string;
  readonly name: string | undefined;
  readonly number: string | undefined;
  readonly profession: Practitioner['profession'] | undefined;
  /** Code or id of the organisation. */
  readonly organisation: string | undefined;
  readonly email: string | undefined;
  readonly why: string;
  readonly by: string;
}

type Refused =
  | 'unknown-practitioner'
  | 'unknown-organisation'
  | 'number-does-not-fit'
  | 'number-taken'
  | 'address-taken'
  | 'not-allowed'
  | 'nothing-to-correct'
  | 'busy';

/**
 * Corrects what a practitioner said about themselves. A name, number or profession that was checked already has to be
 * checked again: until then they are not asked about learners. A new address counts once its owner has confirmed it; both
 * addresses are told. The values before and after are kept until an erasure.
 */
export const correctPractitioner =
  (deps: Deps) =>
  async ({ id, why, by, ...to }: Correction): Promise<Result<Stood, Refused>> => {
    const { table, practitioners, emails, clock, chance } = deps;
    const now = clock.now();
    const before = await practitioners.findPresent(id);
    if (before === undefined) return refused('unknown-practitioner');
    let organisation: OrganisationRef | undefined;
    if (to.organisation !== undefined) {
      const named = await organisationNamed(deps)(to.organisation, now);
      if (named === undefined) return refused('unknown-organisation');
      organisation = organisationRef(named);
    }
    const profession = to.profession ?? before.profession;
    const read = checkRegistrationNumber(
      profession,
      to.number ?? before.registrationNumber,
      profession === before.profession ? before.regulator : undefined,
    );
    if (!read.ok) return refused('number-does-not-fit');
    const { regulator, number } = read.value;
    const isNumberNew = number !== before.registrationNumber || regulator !== before.regulator;
    const taken = await takenBy(table, {
      id,
      email: to.email ?? before.email,
      regulator,
      registrationNumber: number,
    });
    if (isNumberNew && taken.registration !== undefined && taken.registration.id !== id)
      return refused('number-taken');
    if (to.email !== undefined && taken.email !== undefined && taken.email.id !== id)
      return refused('address-taken');
    const occasion = chance.id();
    const about = { practitionerId: id };
    const changes = {
      ...(to.name === undefined ? {} : { name: to.name }),
      ...(isNumberNew ? { regulator, registrationNumber: number } : {}),
      ...(to.profession === undefined ? {} : { profession: to.profession }),
      ...(organisation === undefined ? {} : { organisation }),
    };
    const fields = [
      ...(to.name === undefined ? [] : ['name']),
      ...(isNumberNew ? ['number'] : []),
      ...(to.profession === undefined ? [] : ['profession']),
      ...(organisation === undefined ? [] : ['organisation']),
    ];
    if (fields.length === 0 && to.email === undefined) return refused('nothing-to-correct');
    const isCorrected = (current: Practitioner): boolean =>
      (to.name === undefined || current.name === to.name) &&
      (to.profession === undefined || current.profession === to.profession) &&
      (organisation === undefined || current.organisation.id === organisation.id) &&
      (to.email === undefined || current.newEmail === to.email) &&
      current.registrationNumber === number &&
      current.regulator === regulator;
    return changeStanding(deps)<Refused>(
      id,
      {
        actor: `team:${by}`,
        action: 'practitioner-corrected',
        facts: { fields: [...fields, ...(to.email === undefined ? [] : ['address'])].join('.') },
        words: { by, why },
        tellsOffers: true,
        // The same correction may have been committed between the reads: nobody is told twice.
        isDone: (current) => current.version !== before.version && isCorrected(current),
        move: (current, at) => {
          const moved = corrected(current, changes, at);
          if (!moved.ok) return refused('not-allowed');
          const after = isNumberNew ? withoutClaim(moved.value) : moved.value;
          return accepted(to.email === undefined ? after : { ...after, newEmail: to.email });
        },
        // Releases the claim of the listing that is changed, because another correction may have come first.
        alongside: (was) =>
          isNumberNew
            ? claimOtherNumber(table, was, { regulator, registrationNumber: number })
            : Promise.resolve([]),
        also: (was, is) => [
          ...changedSinceCheck(deps, was, is, now),
          ...(fields.length === 0
            ? []
            : [
                emails.save(
                  emailFor(
                    'practitioner-corrected',
                    `${id}.${occasion}`,
                    { ...about, occasion: fields.join(' ') },
                    now,
                  ),
                ),
              ]),
          ...(to.email === undefined
            ? []
            : [
                emails.save(emailFor('practitioner-new-address-confirm', `${id}.${occasion}`, about, now)),
                emails.save(emailFor('practitioner-address-changing', `${id}.${occasion}`, about, now)),
              ]),
        ],
      },
      now,
    );
  };
