import type { Change, Key } from '../table/table.ts';

const MOST_CHANGES = 100;

export const keyOf = (change: Change): Key => (change.do === 'put' ? change.row : change.key);

/**
 * Throws if a commit is too large, changes a row twice or has an empty key. Tests could not find such a commit
 * otherwise, because DynamoDB Local accepts some that DynamoDB refuses.
 */
export const insistOnPossible = (changes: readonly Change[]): void => {
  if (changes.length > MOST_CHANGES) throw new Error(`at most ${MOST_CHANGES} changes in one commit`);
  const keys = changes.map(keyOf);
  if (keys.some(({ pk, sk }) => pk === '' || sk === '')) throw new Error('a key is empty');
  if (new Set(keys.map(({ pk, sk }) => `${String(pk.length)}#${pk}${sk}`)).size < keys.length)
    throw new Error('a commit must not change a row twice');
};
