import { describe, expect, it } from 'vitest';
import { auditRepository } from '../../../functions/store/repositories/audit-repository.ts';
import { auditRow } from '../../../functions/store/audit-row.ts';
import { memoryTable } from '../../support/memory-table/memory-table.ts';

describe('the audit log of a subject', () => {
  const noted = async () => {
    const table = memoryTable();
    await table.commit([
      auditRow('request#r1', '2026-11-21T10:00:00.000Z', 'b', 'matcher', 'offer-made', { offerId: 'o1' }),
      auditRow('request#r1', '2026-11-21T09:00:00.000Z', 'a', 'requester', 'request-confirmed'),
      auditRow('request#r2', '2026-11-21T09:00:00.000Z', 'c', 'requester', 'request-confirmed'),
    ]);
    return { table, audit: auditRepository(table) };
  };

  it('is read in the order in which it happened', async () => {
    const { audit } = await noted();
    expect(await audit.of('request#r1')).toEqual([
      { at: '2026-11-21T09:00:00.000Z', actor: 'requester', action: 'request-confirmed', facts: {} },
      { at: '2026-11-21T10:00:00.000Z', actor: 'matcher', action: 'offer-made', facts: { offerId: 'o1' } },
    ]);
  });

  it('keeps when, who and what once its facts are taken out, and only of that subject', async () => {
    const { table, audit } = await noted();
    await table.commit(await audit.withoutFacts('request#r1'));
    expect(await audit.of('request#r1')).toEqual([
      { at: '2026-11-21T09:00:00.000Z', actor: 'requester', action: 'request-confirmed', facts: {} },
      { at: '2026-11-21T10:00:00.000Z', actor: 'matcher', action: 'offer-made', facts: {} },
    ]);
    expect(await audit.withoutFacts('request#r1')).toEqual([]);
  });
});
