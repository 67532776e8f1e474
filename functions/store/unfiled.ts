import { indexChangesOf } from './table/index-entries.ts';
import type { Change } from './table/table.ts';

/**
 * Returns the changes that delete the index rows by which a person's own record is found, for the commit that erases or
 * deletes the record.
 * @param saved the change that would store the record as it was before
 */
export const unfiled = (saved: Change): readonly Change[] =>
  (saved.do === 'put' ? indexChangesOf(saved.row) : []).flatMap((change) =>
    change.do === 'put'
      ? [
          {
            do: 'remove',
            key: { pk: change.row.pk, sk: change.row.sk },
            when: { is: 'anything' },
          } satisfies Change,
        ]
      : [],
  );
