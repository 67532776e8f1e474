import * as z from 'zod';
import { isErased } from '../../../shared/kernel/is-erased.ts';
import type { Instant } from '../../../shared/kernel/time.ts';
import type {
  Practitioner,
  PractitionerState,
  StoredPractitioner,
} from '../../../shared/people/practitioner.ts';
import { keys, lists, nounIdOf } from '../table/keys.ts';
import { type ListPage, listPage, type PageOf } from '../table/list-page.ts';
import { practitionerRows } from '../table/rows/practitioner-rows.ts';
import type { Change, Row, Table } from '../table/table.ts';

/** A practitioner’s row as the index of changes shows it. */
export interface WrittenPractitioner {
  readonly id: string;
  readonly version: number;
  readonly isListed: boolean;
}

const writtenSchema = z.object({ pk: z.string(), sk: z.string(), version: z.number(), state: z.string() });

export interface PractitionerRepository {
  find(id: string): Promise<StoredPractitioner | undefined>;
  /** Reads a practitioner; undefined for an unknown id and for an erased practitioner. */
  findPresent(id: string): Promise<Practitioner | undefined>;
  /**
   * Reads all practitioners in one state, those with the oldest confirmation first. The index may lag, so read a
   * practitioner again before changing it.
   */
  inState(state: Practitioner['state']): Promise<readonly Practitioner[]>;
  /** Reads one page of the practitioners in one state, in the same order. The page's `until` is an instant. */
  page(state: Practitioner['state'], page: PageOf): Promise<ListPage<Practitioner>>;
  /**
   * Lists the practitioners of every state whose rows were written at `at` or later, the earliest first. Reads little of
   * each. The index may lag, and leaves out rows that versions before 0.4.0 wrote.
   */
  writtenSince(at: Instant): Promise<readonly WrittenPractitioner[]>;
  save(practitioner: StoredPractitioner, states?: readonly PractitionerState[]): Change;
}

export const practitionerRepository = (table: Table): PractitionerRepository => {
  const find = async (id: string): Promise<StoredPractitioner | undefined> => {
    const [row] = await table.get([keys.practitioner(id)]);
    return row === undefined ? undefined : practitionerRows.parse(row);
  };
  // Erased practitioners are in no list.
  const listed = (rows: readonly Row[]): readonly Practitioner[] =>
    practitionerRows.parseAll(table, rows).filter((practitioner) => !isErased(practitioner));
  return {
    find,
    findPresent: async (id) => {
      const practitioner = await find(id);
      return practitioner === undefined || isErased(practitioner) ? undefined : practitioner;
    },
    inState: async (state) =>
      listed(await table.query({ from: 'by-list', partition: lists.practitioners(state) })),
    page: (state, { until, ...page }) =>
      listPage(
        table,
        lists.practitioners(state),
        { ...page, ...(until === undefined ? {} : { until: `${until}#~` }) },
        listed,
      ),
    writtenSince: async (at) =>
      z
        .array(writtenSchema)
        .parse(await table.query({ from: 'by-change', partition: lists.changedPractitioners, atLeast: at }))
        .map(({ version, state, ...key }) => ({ id: nounIdOf(key), version, isListed: state === 'listed' })),
    save: practitionerRows.save,
  };
};
