import { indexChangesOf } from './index-entries.ts';
import type { Change, Key } from './table.ts';

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

/**
 * Returns the changes that delete the index rows by which a record is found no longer once it has changed, so that an
 * erasure leaves nothing of an address or number that was changed before.
 */
export const unfiledBy = (before: Change, after: Change): readonly Change[] => {
  const kept = after.do === 'put' ? indexChangesOf(after.row) : [];
  const isKept = ({ pk, sk }: Key): boolean =>
    kept.some((change) => change.do === 'put' && change.row.pk === pk && change.row.sk === sk);
  return unfiled(before).filter((change) => change.do !== 'remove' || !isKept(change.key));
};
