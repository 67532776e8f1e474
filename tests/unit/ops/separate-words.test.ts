import { describe, expect, it } from 'vitest';
import { auditRow } from '../../../functions/store/audit-row.ts';
import { changedValuesRepository } from '../../../functions/store/repositories/changed-values-repository.ts';
import { auditRepository } from '../../../functions/store/repositories/audit-repository.ts';
import { keyOfActor } from '../../../functions/store/table/audit-codes.ts';
import { separateWords } from '../../../infra/ops/separate-words.ts';
import { auditOf030 } from '../../support/audit-of-0-3-0.ts';
import { NOW } from '../../support/builders.ts';
import { memoryTable } from '../../support/memory-table/memory-table.ts';

describe('the audit of 0.3.0', () => {
  it('keeps codes, and its names and words move into rows that an erasure deletes', async () => {
    const table = memoryTable();
    await table.commit([
      auditOf030('request#r1', NOW, 'a', 'team:Tess', 'tie-cleared', {
        why: 'A cousin',
        practitioner: 'dpp1',
      }),
      auditOf030('organisation#o1', NOW, 'b', 'team:Tess', 'organisation-domain-withdrawn', {
        domain: 'smith.example',
        why: 'Sold',
      }),
      auditRow('request#r2', NOW, 'c', 'matcher', 'offer-made', { offer: 'o1' }),
      auditOf030('place#d', NOW, 'd', 'team:digest-reader', 'emails-stopped', {}),
    ]);
    const untouched = table.rows().find(({ pk }) => pk === 'AUDIT#request#r2');
    expect(await separateWords(table)).toBe(3);
    const tess = keyOfActor('team:Tess');
    expect(await auditRepository(table).of('request#r1')).toMatchObject([
      { actor: tess, action: 'tie-cleared', facts: { practitioner: 'dpp1' } },
    ]);
    expect(await auditRepository(table).of('place#d')).toMatchObject([{ actor: 'digest-reader' }]);
    expect(await changedValuesRepository(table).of('request#r1')).toEqual([
      { at: NOW, values: {}, by: 'Tess', why: 'A cousin' },
    ]);
    expect(await changedValuesRepository(table).of('organisation#o1')).toEqual([
      { at: NOW, values: { domain: { before: null, after: 'smith.example' } }, by: 'Tess', why: 'Sold' },
    ]);
    expect(table.rows().find(({ pk }) => pk === 'AUDIT#request#r2')).toEqual(untouched);
    const after = table.rows();
    expect(await separateWords(table)).toBe(0);
    expect(table.rows()).toEqual(after);
  });
});
