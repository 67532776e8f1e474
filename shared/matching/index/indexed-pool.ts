import type { Practitioner } from '../../people/practitioner.ts';
import type { CandidatePool } from '../candidate-pool.ts';
import { requirements } from '../requirements/all.ts';
import type { RequirementQuery } from '../requirements/unmet-requirements.ts';

/**
 * Column of one requirement: a number for each practitioner. Practitioners with the same number either all meet
 * the requirement or all miss it.
 */
interface Column {
  readonly meets: (query: RequirementQuery, practitioner: Practitioner) => boolean;
  readonly numberOf: (practitioner: Practitioner) => number;
  readonly numbers: Int32Array;
  /** The first practitioner with each number. */
  readonly examples: readonly Practitioner[];
}

const columnsOf = (count: number): readonly Column[] =>
  requirements.flatMap((requirement) => {
    const { kind, meets } = requirement;
    if (kind === undefined) return [];
    const known = new Map<string | number, number>();
    const examples: Practitioner[] = [];
    return {
      meets,
      examples,
      numbers: new Int32Array(count),
      numberOf: (practitioner) => {
        const key = kind(practitioner);
        const existing = known.get(key);
        if (existing !== undefined) return existing;
        known.set(key, examples.length);
        return examples.push(practitioner) - 1;
      },
    };
  });

const withoutKind = requirements.filter(({ kind }) => kind === undefined);

/** A column is worth using for a query if at least this many practitioners share a number on average. */
const SHARED_BY = 4;

/**
 * Makes a pool that is faster for many seats, although making it costs as much as a few scans. For each
 * requirement that depends on few facts, checks one of the practitioners who have the same facts, and uses the
 * result for all of them.
 */
export const indexedPool = (practitioners: readonly Practitioner[]): CandidatePool => {
  const pool = [...practitioners];
  const columns = columnsOf(pool.length);
  const write = (position: number, practitioner: Practitioner): void => {
    pool[position] = practitioner;
    for (const { numbers, numberOf } of columns) numbers[position] = numberOf(practitioner);
  };
  pool.forEach((practitioner, position) => {
    write(position, practitioner);
  });
  const pays = ({ examples }: Column): boolean => examples.length * SHARED_BY <= pool.length;
  const everyPosition = Int32Array.from(pool, (_, position) => position);
  const positions = new Int32Array(pool.length);

  /**
   * Fills the start of `positions` with the practitioners who meet the columns' requirements. Returns the
   * number of these practitioners.
   */
  const narrow = (query: RequirementQuery): number => {
    const selective = columns
      .filter(pays)
      .map(({ numbers, examples, meets }) => {
        const answers = Uint8Array.from(examples, (example) => Number(meets(query, example)));
        return { numbers, answers, met: answers.reduce((sum, answer) => sum + answer, 0) / answers.length };
      })
      .filter(({ met }) => met < 1)
      .toSorted((a, b) => a.met - b.met);
    let remaining = pool.length;
    positions.set(everyPosition);
    for (const { numbers, answers } of selective) {
      let kept = 0;
      for (let next = 0; next < remaining; next += 1) {
        const position = positions[next] ?? 0;
        positions[kept] = position;
        kept += answers[numbers[position] ?? 0] ?? 0;
      }
      remaining = kept;
    }
    return remaining;
  };

  return {
    candidates: (query) => {
      const unanswered = [...columns.filter((column) => !pays(column)), ...withoutKind];
      const candidates: Practitioner[] = [];
      const remaining = narrow(query);
      for (let next = 0; next < remaining; next += 1) {
        const practitioner = pool[positions[next] ?? 0];
        if (practitioner !== undefined && unanswered.every(({ meets }) => meets(query, practitioner)))
          candidates.push(practitioner);
      }
      return candidates;
    },
    replace: (changed) => {
      const position = pool.findIndex(({ id }) => id === changed.id);
      if (position >= 0) write(position, changed);
    },
  };
};
