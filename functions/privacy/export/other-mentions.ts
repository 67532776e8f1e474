import type { RegulatorId } from '../../../shared/reference/professions.ts';
import { suppressionRepository } from '../../store/repositories/suppression-repository.ts';
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
import type { OwnRecords } from '../erasure/own-records.ts';
import { recordsThatName } from '../erasure/records-that-name.ts';
import { takenBy } from '../../store/unique-claims.ts';

interface Person extends ErasedPerson {
  readonly regulator?: RegulatorId;
  readonly registrationNumber?: string;
}

/**
 * Collects data about a person outside their own listing or request: e-mails sent to them, the links in these
 * e-mails, whether we may send more, and where others named them. Does not quote what the others wrote, because that
 * is their personal data too. Reads only what belongs to the person or may name them.
 */
export const otherMentions =
  (stored: Table) =>
  async ({ emails, links }: Pick<OwnRecords, 'emails' | 'links'>, person: Person) => {
    const table = mentionGuard(stored, person);
    const [naming, suppressed, taken, named] = await Promise.all([
      recordsThatName(table, person),
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
      emails: emails
        .toSorted((a, b) => a.createdAt.localeCompare(b.createdAt))
        .map((email) => ({
          name: email.name,
          state: email.state,
          createdAt: email.createdAt,
          ...(email.state === 'sent' || email.state === 'failed'
            ? { sentAt: email.sentAt, delivery: email.delivery }
            : {}),
        })),
      links: links
        .toSorted((a, b) => a.expiresAt.localeCompare(b.expiresAt))
        .map(({ kind, recipient, expiresAt }) => ({ kind, recipient, expiresAt })),
      notWrittenTo: suppressed ?? 'nothing held back',
      reserved:
        taken === undefined
          ? []
          : Object.keys(taken).filter(
              (what) => taken[what === 'email' ? 'email' : 'registration']?.id === person.id,
            ),
      namedByOthers: {
        listings: others(naming.practitioners).filter(
          (one) => practitionerWithoutMention(one, person) !== undefined,
        ).length,
        requests: others(naming.requests).filter((one) => requestWithoutMention(one, person) !== undefined)
          .length,
        ...(namedFor.length === 0 ? {} : { namedFor }),
        prescribingLeadOf: naming.organisations
          .filter((one) => organisationWithoutMention(one, person) !== undefined)
          .map(({ name }) => name),
      },
    };
  };
