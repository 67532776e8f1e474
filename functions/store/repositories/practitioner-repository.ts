import type { Practitioner, PractitionerState } from '../../../shared/people/practitioner.ts';
import { keys, lists } from '../table/keys.ts';
import { practitionerRows } from '../table/rows/practitioner-rows.ts';
import type { Change, Table } from '../table/table.ts';

export interface PractitionerRepository {
  find(id: string): Promise<Practitioner | undefined>;
  /**
   * Reads all practitioners in one state, those with the oldest confirmation first. The index may lag, so read a
   * practitioner again before changing it.
   */
  inState(state: PractitionerState): Promise<readonly Practitioner[]>;
  /** Reads the practitioners in one state whose details were last confirmed at or before `instant`. */
  confirmedBefore(state: PractitionerState, instant: string): Promise<readonly Practitioner[]>;
  save(practitioner: Practitioner, states?: readonly PractitionerState[]): Change;
}

export const practitionerRepository = (table: Table): PractitionerRepository => ({
  find: async (id) => {
    const [row] = await table.get([keys.practitioner(id)]);
    return row === undefined ? undefined : practitionerRows.parse(row);
  },
  inState: async (state) =>
    practitionerRows.parseAll(
      table,
      await table.query({ from: 'by-list', partition: lists.practitioners(state) }),
    ),
  confirmedBefore: async (state, instant) =>
    practitionerRows.parseAll(
      table,
      await table.query({ from: 'by-list', partition: lists.practitioners(state), atMost: `${instant}#~` }),
    ),
  save: practitionerRows.save,
});
