import * as z from 'zod';
import { type ColumnTable, decodeColumns } from '../../kernel/decode-columns.ts';
import type { Practitioner } from '../../people/practitioner.ts';
import type { CandidatePool } from '../candidate-pool.ts';
import { requirements } from '../requirements/all.ts';
import { meetsAll, type RequirementQuery } from '../requirements/unmet-requirements.ts';
import { scannedGroups, scannedPractitioner } from './scanned-facts.ts';

/** The listed practitioners of a file, each put together when a search looks at them. */
export interface Supply {
  readonly rows: number;
  readonly facts: unknown;
  /** Reads a practitioner without personal details. */
  readonly practitionerAt: (row: number) => Practitioner;
  /** The id and the version of each practitioner, without putting them together. */
  readonly ids: () => readonly string[];
  readonly versions: Uint8Array | Uint16Array | Uint32Array;
  /** Makes a pool for one run of matching, whose replaced practitioners other runs do not see. */
  readonly pool: () => CandidatePool;
  /** Finds everybody who might miss no requirement or only one. */
  readonly nearly: (query: RequirementQuery) => readonly Practitioner[];
}

const factsSchema = z.object({ rows: z.int().min(0), kinds: z.array(z.string()) });

const reader = (table: ColumnTable): Supply['practitionerAt'] => {
  const group = <Value>(name: string, schema: z.ZodType<Value>): ((row: number) => Value) => {
    const { numbers, texts } = table.one(name);
    const known: { readonly value: Value }[] = [];
    return (row) => {
      const number = numbers[row] ?? 0;
      return (known[number] ??= { value: schema.parse(JSON.parse(texts.at(number))) }).value;
    };
  };
  const ids = table.text('id');
  const versions = table.number('version');
  const groups = {
    profession: group('profession', scannedGroups.profession),
    professions: group('professions', scannedGroups.professions),
    learnerTypes: group('learnerTypes', scannedGroups.learnerTypes),
    roles: group('roles', scannedGroups.roles),
    areas: group('areas', scannedGroups.areas),
    work: group('work', scannedGroups.work),
    sites: group('sites', scannedGroups.sites),
    days: group('days', scannedGroups.days),
    times: group('times', scannedGroups.times),
    confirmed: group('confirmed', scannedGroups.confirmed),
    register: group('register', scannedGroups.register),
    experience: group('experience', scannedGroups.experience),
    use: group('use', scannedGroups.use),
  };
  const known: Practitioner[] = [];
  return (row) =>
    (known[row] ??= scannedPractitioner({
      id: ids.at(row),
      version: versions[row] ?? 0,
      ...groups.profession(row),
      ...groups.professions(row),
      ...groups.learnerTypes(row),
      ...groups.roles(row),
      ...groups.areas(row),
      ...groups.work(row),
      ...groups.sites(row),
      ...groups.days(row),
      ...groups.times(row),
      ...groups.confirmed(row),
      ...groups.register(row),
      ...groups.experience(row),
      ...groups.use(row),
    }));
};

const UNKNOWN = 2;

/**
 * Reads the practitioners of a file that `encodeSupply` stored, as a pool for ranking. For a requirement that has a
 * column, asks one practitioner for all who share their facts, and only if somebody who met the requirements before does.
 */
export const supplyFrom = (file: Uint8Array): Supply => {
  const table = decodeColumns(file);
  const { rows, kinds } = factsSchema.parse(table.facts);
  const practitionerAt = reader(table);
  const ids = table.text('id');
  const columns = requirements
    .filter(({ name }) => kinds.includes(name))
    .map(({ name, meets }) => ({
      meets,
      numbers: table.number(`kind ${name}`),
      examples: table.number(`example ${name}`),
    }))
    .toSorted((a, b) => a.examples.length - b.examples.length);
  const withoutColumn = requirements.filter(({ name }) => !kinds.includes(name));

  /** Finds the rows that meet the requirements of all columns. */
  const narrow = (query: RequirementQuery): Uint32Array => {
    const found = Uint32Array.from({ length: rows }, (_, row) => row);
    let remaining = rows;
    for (const { meets, numbers, examples } of columns) {
      const answers = new Uint8Array(examples.length).fill(UNKNOWN);
      let kept = 0;
      for (let next = 0; next < remaining; next += 1) {
        const row = found[next] ?? 0;
        const kind = numbers[row] ?? 0;
        let answer = answers[kind] ?? UNKNOWN;
        if (answer === UNKNOWN) {
          answer = Number(meets(query, practitionerAt(examples[kind] ?? 0)));
          answers[kind] = answer;
        }
        found[kept] = row;
        kept += answer;
      }
      remaining = kept;
    }
    return found.subarray(0, remaining);
  };

  const nearly = (query: RequirementQuery): readonly Practitioner[] => {
    const misses = new Uint8Array(rows);
    for (const { meets, numbers, examples } of columns) {
      const missed = Uint8Array.from(examples, (row) => Number(!meets(query, practitionerAt(row))));
      for (let row = 0; row < rows; row += 1)
        misses[row] = (misses[row] ?? 0) + (missed[numbers[row] ?? 0] ?? 0);
    }
    const found: Practitioner[] = [];
    misses.forEach((count, row) => {
      if (count <= 1) found.push(practitionerAt(row));
    });
    return found;
  };

  return {
    rows,
    facts: table.facts,
    practitionerAt,
    ids: ids.all,
    versions: table.number('version'),
    nearly,
    pool: () => {
      const replaced = new Map<string, Practitioner>();
      return {
        candidates: (query) => {
          const found = [...replaced.values()].filter((one) => meetsAll(query, one));
          for (const row of narrow(query)) {
            if (replaced.size > 0 && replaced.has(ids.at(row))) continue;
            const practitioner = practitionerAt(row);
            if (withoutColumn.every(({ meets }) => meets(query, practitioner))) found.push(practitioner);
          }
          return found;
        },
        replace: (changed) => {
          replaced.set(changed.id, changed);
        },
      };
    },
  };
};
