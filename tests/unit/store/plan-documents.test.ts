import { describe, expect, it } from 'vitest';
import type { Table } from '../../../functions/store/table/table.ts';
import { planDocuments } from '../../../functions/store/plan-documents.ts';
import { roundPolicy } from '../../../shared/rounds/round-policy.ts';
import { snapshotOf } from '../../../shared/rounds/snapshot.ts';
import { TODAY } from '../../support/builders.ts';
import { memoryTable } from '../../support/memory-table/memory-table.ts';

const input = {
  snapshot: snapshotOf({
    day: TODAY,
    requests: [],
    practitioners: [],
    kept: [],
    balances: {},
    carriedOver: [],
  }),
  policy: roundPolicy,
  versions: {},
};

/** Creates a table whose first `times` commits have write conflicts. */
const crossing = (times: number): Table => {
  const table = memoryTable();
  let left = times;
  return {
    ...table,
    commit: async (changes, key) => {
      left -= 1;
      return left >= 0 ? { committed: false, unmet: [], conflict: true } : table.commit(changes, key);
    },
  };
};

describe('a part of a plan with a write conflict', () => {
  it('is written again', async () => {
    const documents = planDocuments(crossing(2));
    await documents.writeInput({ id: 'round1' }, 'plan1', input);
    expect(await documents.input({ id: 'round1' }, { id: 'plan1' })).toEqual(input);
  });

  it('is never reported as written, so no plan refers to it', async () => {
    const documents = planDocuments(crossing(Infinity));
    await expect(documents.writeInput({ id: 'round1' }, 'plan1', input)).rejects.toThrow(
      'repeated write conflicts',
    );
  });
});
