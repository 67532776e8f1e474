import { accepted } from '../../../shared/kernel/result.ts';
import type { Instant } from '../../../shared/kernel/time.ts';
import {
  mayName,
  namingTextsOfPractitioner,
  namingTextsOfRequest,
} from '../../../shared/privacy/naming-texts.ts';
import {
  type ErasedPerson,
  organisationWithoutMention,
  practitionerWithoutMention,
  requestWithoutMention,
} from '../../../shared/privacy/remove-mentions.ts';
import { addressesIn } from '../../../shared/people/addresses-in.ts';
import { addressHash } from '../../platform/hash.ts';
import { auditRepository } from '../../store/repositories/audit-repository.ts';
import { changedValuesRepository } from '../../store/repositories/changed-values-repository.ts';
import { mentionRepository } from '../../store/repositories/mention-repository.ts';
import { organisationRepository } from '../../store/repositories/organisation-repository.ts';
import { practitionerRepository } from '../../store/repositories/practitioner-repository.ts';
import { requestRepository } from '../../store/repositories/request-repository.ts';
import type { Change, Table } from '../../store/table/table.ts';
import { decideAndCommit } from '../../store/unit-of-work.ts';
import { forgetNamed } from './forget-named.ts';
import { mentionGuard } from './mention-guard.ts';
import { pruneIndex } from '../../store/prune-index.ts';
import { partitionsNaming, recordsThatName } from './records-that-name.ts';

const CHANGES_AT_ONCE = 50;

/**
 * Functions that read, change and store one entity for an erasure. `without` returns undefined if nothing has to
 * change.
 */
interface Cleaning<Noun> {
  readonly find: (id: string) => Promise<Noun | undefined>;
  readonly without: (noun: Noun) => Noun | undefined;
  readonly save: (noun: Noun) => Change;
}

/**
 * Changes one entity for an erasure. Reads it again first, because the copy from a list may be out of date.
 * @throws after repeated write conflicts; the erasure is then incomplete and must be repeated
 */
export const clean = async <Noun>(
  table: Pick<Table, 'commit'>,
  id: string,
  { find, without, save }: Cleaning<Noun>,
): Promise<void> => {
  const outcome = await decideAndCommit<Noun | undefined, undefined, never>({
    table,
    read: () => find(id),
    decide: (noun) => {
      const after = noun === undefined ? undefined : without(noun);
      return accepted({ value: undefined, changes: after === undefined ? [] : [save(after)] });
    },
  });
  if (!outcome.ok) throw new Error('repeated write conflicts');
};

/**
 * Removes a person where others named them: as a conflict of interest, prescribing lead, back-up or approver. If the
 * person's name or address is part of a longer text, asks the team to review that text. Reads only records that hold the
 * address or a word of the name.
 */
export const forgetMentions = (table: Table, now: Instant) => {
  return async (person: ErasedPerson): Promise<void> => {
    const everywhere = mentionGuard(table, person);
    const practitioners = practitionerRepository(everywhere);
    const requests = requestRepository(everywhere);
    const organisations = organisationRepository(everywhere);
    const {
      practitioners: people,
      requests: asked,
      organisations: employers,
    } = await recordsThatName(everywhere, person);
    const askTeam = async (noun: 'practitioner' | 'request', id: string): Promise<void> => {
      const filed = await table.commit([mentionRepository(table).file({ noun, id, at: now })]);
      if (!filed.committed) throw new Error('cannot ask the team to review a mention');
    };
    for (const one of people) {
      const without = practitionerWithoutMention(one, person);
      if (without !== undefined)
        await clean(table, one.id, {
          find: (id) => practitioners.findPresent(id),
          save: (noun) => practitioners.save(noun),
          without: (noun) => practitionerWithoutMention(noun, person),
        });
      if (one.id !== person.id && mayName(namingTextsOfPractitioner(without ?? one), person))
        await askTeam('practitioner', one.id);
    }
    for (const one of asked) {
      const without = requestWithoutMention(one, person);
      if (without !== undefined)
        await clean(table, one.id, {
          find: (id) => requests.findPresent(id),
          save: (noun) => requests.save(noun),
          without: (noun) => requestWithoutMention(noun, person),
        });
      const isLeft = mayName(namingTextsOfRequest(without ?? one), person);
      if (one.id !== person.id && isLeft) await askTeam('request', one.id);
      // Deletes the team's reasons too, because the one why it accepted a conflict of interest may name the person.
      if (without !== undefined || isLeft) await forgetReasons(table, `request#${one.id}`);
    }
    await forgetNamed(everywhere, person.email);
    for (const address of addressesIn(person.email))
      await changedValuesRepository(table).forget(`address#${addressHash(address)}`);
    for (const one of employers)
      if (organisationWithoutMention(one, person) !== undefined)
        await clean(table, one.id, {
          ...organisations,
          without: (noun) => organisationWithoutMention(noun, person),
        });
    await pruneIndex(table, partitionsNaming(person));
  };
};

/**
 * Deletes the reasons that the team wrote down about a subject, and those that versions before 0.4.0 stored in the audit.
 * @throws if a commit fails; the erasure is then incomplete and must be repeated
 */
export const forgetReasons = async (table: Table, subject: string): Promise<void> => {
  await changedValuesRepository(table).forget(subject, ({ why }) => why !== undefined);
  const changes = await auditRepository(table).withoutWords(subject);
  for (let start = 0; start < changes.length; start += CHANGES_AT_ONCE) {
    const outcome = await table.commit(changes.slice(start, start + CHANGES_AT_ONCE));
    if (!outcome.committed) throw new Error('cannot remove words from the audit');
  }
};
