import type { Change } from '../../functions/store/table/table.ts';
import type { Plant } from '../simulation/planted/plant.ts';
import { ADDED } from '../support/grown.ts';

type Noun = Readonly<Record<string, unknown>>;

const KINDS: ReadonlySet<unknown> = new Set([
  'practitioner',
  'request',
  'offer',
  'match',
  'email',
  'organisation',
]);

const seatsOf = (noun: Noun): readonly Noun[] => (noun['seats'] ?? []) as readonly Noun[];

const isGrown = (noun: Noun): boolean => Object.hasOwn(noun, ADDED);

/**
 * Simulates that a later version has added one field to every record and every seat. This version must keep the field
 * through every change, and may drop it only when a person is erased.
 */
export const laterVersion = (): Plant => {
  /** Ids of the records and seats that have the field. */
  const grown = new Set<unknown>();
  const through = (noun: Noun): Noun => (grown.has(noun['id']) ? noun : { ...noun, [ADDED]: true });
  const written = (change: Change): Change => {
    if (change.do !== 'put' || !KINDS.has(change.row['kind'])) return change;
    const noun = change.row['noun'] as Noun;
    // The record may be new to this set: the process that created it may have died before the commit was answered.
    if (noun['state'] === 'erased') return change;
    const seats = 'seats' in noun ? { seats: seatsOf(noun).map(through) } : {};
    return { ...change, row: { ...change.row, noun: { ...through(noun), ...seats } } };
  };
  /**
   * Checks that the written records have the field. Called only after a successful commit, because a commit that fails
   * stores nothing.
   */
  const insist = (change: Change): void => {
    if (change.do !== 'put' || !KINDS.has(change.row['kind'])) return;
    const noun = change.row['noun'] as Noun;
    const isErased = noun['state'] === 'erased';
    for (const part of [noun, ...seatsOf(noun)]) {
      if (isGrown(part) === isErased)
        throw new Error(`${String(part['id'])} ${isErased ? 'kept' : 'lost'} the field of a later version`);
      grown.add(part['id']);
    }
  };
  return {
    name: 'later-version',
    words: 'nouns hold a field that this version does not know',
    noticedAs: /^$/u,
    needs: 'rounds',
    ports: (ports) => ({
      ...ports,
      table: {
        ...ports.table,
        commit: async (changes, key) => {
          const later = changes.map(written);
          const outcome = await ports.table.commit(later, key);
          if (outcome.committed) later.forEach(insist);
          return outcome;
        },
      },
    }),
  };
};
