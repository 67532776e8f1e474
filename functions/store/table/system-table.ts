import { indexedTable } from './indexed-table.ts';
import { keyInSystem, keyWithoutSystem, partsOfList, systemOfKey } from './keys.ts';
import { spreadTable } from './spread-table.ts';
import type { Change, Key, Row, Table } from './table.ts';

/** Returns a change with the keys under which a system's rows are stored. */
const changeIn = (systemId: string, change: Change): Change => {
  const pkIn = (pk: string): string => keyInSystem(systemId, pk);
  if (change.do !== 'put') return { ...change, key: { ...change.key, pk: pkIn(change.key.pk) } };
  const { row } = change;
  return {
    ...change,
    row: {
      ...row,
      pk: pkIn(row.pk),
      ...(row.listPk === undefined ? {} : { listPk: pkIn(row.listPk) }),
      ...(row.changedPk === undefined ? {} : { changedPk: pkIn(row.changedPk) }),
    },
  };
};

/** Addresses a change to another system, so that it is committed together with the changes of the own one. */
export const changeOfSystem = changeIn;

const shown = (row: Row): Row => ({
  ...row,
  pk: keyWithoutSystem(row.pk),
  ...(row.listPk === undefined ? {} : { listPk: keyWithoutSystem(row.listPk) }),
  ...(row.changedPk === undefined ? {} : { changedPk: keyWithoutSystem(row.changedPk) }),
});

/**
 * Shows the rows of one system, and those of the whole deployment, as if there were no other system. Repositories need
 * not know that keys and lists carry the system, nor that busy lists are spread.
 */
export const systemTable = (whole: Table, systemId: string): Table => {
  const table = indexedTable(spreadTable(whole, (list) => partsOfList(keyWithoutSystem(list))));
  const { setAside } = table;
  const keyIn = (pk: string): string => {
    const named = systemOfKey(pk);
    if (named !== undefined && named !== systemId)
      throw new Error('a row of another system must not be read');
    return keyInSystem(systemId, pk);
  };
  const stored = ({ pk, sk }: Key): Key => ({ pk: keyIn(pk), sk });
  return {
    systemId,
    get: async (keys) => (await table.get(keys.map(stored))).map(shown),
    query: async (asked) => (await table.query({ ...asked, partition: keyIn(asked.partition) })).map(shown),
    commit: (changes, idempotencyKey) =>
      table.commit(
        changes.map((change) => changeIn(systemId, change)),
        idempotencyKey,
      ),
    ...(setAside === undefined
      ? {}
      : { setAside: (row, reason) => setAside({ ...row, pk: keyInSystem(systemId, row.pk) }, reason) }),
  };
};
