import type { Practitioner } from '../../people/practitioner.ts';
import type { CandidatePool } from '../candidate-pool.ts';
import { requirements } from '../requirements/all.ts';
import type { RequirementQuery } from '../requirements/unmet-requirements.ts';

/** Numbers of all practitioners for one requirement. Practitioners with the same number get the same answer to it. */
interface Column {
  readonly meets: (query: RequirementQuery, practitioner: Practitioner) => boolean;
  readonly numberOf: (practitioner: Practitioner) => number;
  readonly numbers: Int32Array;
  /** Highest number so far, plus one. */
  readonly size: () => number;
}

const NOT_ASKED = 0;
const MET = 1;
const UNMET = 2;

const columnsOf = (count: number): readonly Column[] =>
  requirements.flatMap((requirement) => {
    const { kind, meets } = requirement;
    if (kind === undefined) return [];
    const known = new Map<string | number, number>();
    return {
      meets,
      numbers: new Int32Array(count),
      size: () => known.size,
      numberOf: (practitioner) => {
        const key = kind(practitioner);
        const number = known.get(key) ?? known.size;
        known.set(key, number);
        return number;
      },
    };
  });

const others = requirements.filter(({ kind }) => kind === undefined);

/**
 * A pool with a column of numbers for each requirement that depends on few facts: each column asks about one
 * practitioner of a kind and knows the answer for all others of it. Making it costs as much as a few scans, so that it
 * pays for many seats.
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
  return {
    candidates: (query) => {
      const answers = columns.map(({ numbers, size, meets }) => ({
        numbers,
        meets,
        answers: new Uint8Array(size()),
      }));
      const meetsColumns = (practitioner: Practitioner, position: number): boolean => {
        for (const column of answers) {
          const number = column.numbers[position] ?? 0;
          let answer = column.answers[number];
          if (answer === NOT_ASKED) {
            answer = column.meets(query, practitioner) ? MET : UNMET;
            column.answers[number] = answer;
          }
          if (answer === UNMET) return false;
        }
        return true;
      };
      return pool.filter(
        (practitioner, position) =>
          meetsColumns(practitioner, position) && others.every(({ meets }) => meets(query, practitioner)),
      );
    },
    replace: (changed) => {
      const position = pool.findIndex(({ id }) => id === changed.id);
      if (position >= 0) write(position, changed);
    },
  };
};
