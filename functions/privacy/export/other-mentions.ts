import type { RegulatorId } from '../../../shared/reference/professions.ts';
import { presentPractitionerStates } from '../../../shared/people/practitioner.ts';
import { presentRequestStates } from '../../../shared/requests/request.ts';
import { emailRepository } from '../../store/repositories/email-repository.ts';
import { lists } from '../../store/table/keys.ts';
import { organisationRepository } from '../../store/repositories/organisation-repository.ts';
import { practitionerRepository } from '../../store/repositories/practitioner-repository.ts';
import { requestRepository } from '../../store/repositories/request-repository.ts';
import { suppressionRepository } from '../../store/repositories/suppression-repository.ts';
import { linkRows } from '../../store/table/rows/link-rows.ts';
import type { Table } from '../../store/table/table.ts';
import {
  type ErasedPerson,
  organisationWithoutMention,
  practitionerWithoutMention,
  requestWithoutMention,
} from '../../../shared/privacy/remove-mentions.ts';
import { rowsNaming } from '../../store/people-named.ts';
import { organisationPersonRows } from '../../store/table/rows/organisation-person-rows.ts';
import { mentionGuard } from '../erasure/mention-guard.ts';
import { takenBy } from '../../store/unique-claims.ts';

interface Person extends ErasedPerson {
  readonly regulator?: RegulatorId;
  readonly registrationNumber?: string;
}

/**
 * Collects data about a person outside their own listing or request: e-mails sent to them, the links in these
 * e-mails, whether we may send more, and where others named them. Does not quote what the others wrote, because that
 * is their personal data too. Reads whole lists, so use it rarely.
 * @param noun the kind of id that `person.id` is
 */
export const otherMentions =
  (stored: Table) => async (noun: 'practitionerId' | 'requestId', person: Person) => {
    const table = mentionGuard(stored, person);
    const emails = emailRepository(table);
    const [waiting, done, links, people, asked, employers, suppressed, taken, named] = await Promise.all([
      emails.waiting('9999-12-31T00:00:00.000Z', 10_000),
      emails.done(),
      table.query({ from: 'by-list', partition: lists.links }),
      Promise.all(presentPractitionerStates.map((state) => practitionerRepository(table).inState(state))),
      Promise.all(presentRequestStates.map((state) => requestRepository(table).inState(state))),
      organisationRepository(table).all(),
      suppressionRepository(table).held(person.email),
      person.regulator === undefined || person.registrationNumber === undefined
        ? undefined
        : takenBy(table, {
            id: person.id,
            email: person.email,
            regulator: person.regulator,
            registrationNumber: person.registrationNumber,
          }),
      rowsNaming(table, person.email),
    ]);
    const others = <Noun extends { readonly id: string }>(nouns: readonly Noun[]): readonly Noun[] =>
      nouns.filter(({ id }) => id !== person.id);
    const namedFor = organisationPersonRows
      .parseAll(table, named)
      .map(({ organisationId, role, state }) => ({ organisation: organisationId, role, state }));
    return {
      emails: [...waiting, ...done]
        .filter(({ about }) => about[noun] === person.id)
        .map((email) => ({
          name: email.name,
          state: email.state,
          createdAt: email.createdAt,
          ...(email.state === 'sent' || email.state === 'failed'
            ? { sentAt: email.sentAt, delivery: email.delivery }
            : {}),
        })),
      links: linkRows
        .parseAll(table, links)
        .filter((link) => link[noun] === person.id)
        .map(({ kind, recipient, expiresAt }) => ({ kind, recipient, expiresAt })),
      notWrittenTo: suppressed ?? 'nothing held back',
      reserved:
        taken === undefined
          ? []
          : Object.keys(taken).filter(
              (what) => taken[what === 'email' ? 'email' : 'registration']?.id === person.id,
            ),
      namedByOthers: {
        listings: others(people.flat()).filter((one) => practitionerWithoutMention(one, person) !== undefined)
          .length,
        requests: others(asked.flat()).filter((one) => requestWithoutMention(one, person) !== undefined)
          .length,
        ...(namedFor.length === 0 ? {} : { namedFor }),
        prescribingLeadOf: employers
          .filter((one) => organisationWithoutMention(one, person) !== undefined)
          .map(({ name }) => name),
      },
    };
  };
