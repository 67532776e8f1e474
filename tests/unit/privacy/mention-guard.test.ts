import { describe, expect, it } from 'vitest';
import { mentionGuard } from '../../../functions/privacy/erasure/mention-guard.ts';
import { UnreadableRow } from '../../../functions/platform/unreadable-row.ts';
import type { Row, Table } from '../../../functions/store/table/table.ts';
import { memoryTable } from '../../support/memory-table/memory-table.ts';

const person = { id: 'dpp1', name: 'Ann Smith', email: 'ann@dpp.example' };
const row = (noun: unknown): Row => ({ pk: 'REQUEST#req1', sk: 'REQUEST', noun });

describe('a table for an erasure or an export', () => {
  const reported: Row[] = [];
  const guarded = mentionGuard({ ...memoryTable(), setAside: (one) => void reported.push(one) }, person);

  it.each([
    ['their id', { practitionerId: 'dpp1' }],
    ['their name in a list', { conflicts: [{ name: 'Ann Smith' }] }],
    ['their address in a sentence', { note: 'write to ANN@dpp.example, please' }],
  ])('reports an unreadable row with %s and throws', (_, noun) => {
    reported.length = 0;
    expect(() => guarded.setAside?.(row(noun), 'unreadable')).toThrow(UnreadableRow);
    expect(reported).toEqual([row(noun)]);
  });

  it.each([
    ['no text about them', { practitionerId: 'dpp2', note: 'Bob', none: null, count: 1 }],
    ['an id that only begins like theirs', { practitionerId: 'dpp11' }],
    ['a name that only ends like theirs', { note: 'Joann Smithson' }],
  ])('reports an unreadable row with %s and continues', (_, noun) => {
    reported.length = 0;
    guarded.setAside?.(row(noun), 'unreadable');
    expect(reported).toEqual([row(noun)]);
  });

  it('stays without reports when the table has none', () => {
    const { setAside, ...silent }: Table = memoryTable();
    expect(setAside).toBeUndefined();
    expect(mentionGuard(silent, person)).toBe(silent);
  });
});
