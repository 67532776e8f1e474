import { describe, expect, it } from 'vitest';
import { emailRepository } from '../../../functions/store/repositories/email-repository.ts';
import { practitionerRepository } from '../../../functions/store/repositories/practitioner-repository.ts';
import { mergedTable } from '../../../functions/store/table/merged-table.ts';
import { systemTable } from '../../../functions/store/table/system-table.ts';
import { emailFor } from '../../../shared/notifications/email.ts';
import { aPractitioner, NOW } from '../../support/builders.ts';
import { memoryTable } from '../../support/memory-table/memory-table.ts';
import { tableContract } from '../../support/table-contract.ts';

tableContract('a system with a merged one', () =>
  systemTable(mergedTable(memoryTable(), 'hillshire', ['riverlands']), 'hillshire'),
);

/** Two DPPs of a system that was merged into another, which has one of its own. */
const merging = async () => {
  const stored = memoryTable();
  const old = systemTable(stored, 'riverlands');
  const table = systemTable(mergedTable(stored, 'hillshire', ['riverlands']), 'hillshire');
  const save = (id: string, confirmedAt: string) =>
    practitionerRepository(old).save(aPractitioner({ version: 0, id, confirmedAt }));
  await old.commit([save('old1', '2026-11-01T09:00:00.000Z'), save('old2', '2026-11-03T09:00:00.000Z')]);
  const practitioners = practitionerRepository(table);
  await table.commit([
    practitioners.save(aPractitioner({ version: 0, id: 'own', confirmedAt: '2026-11-02T09:00:00.000Z' })),
  ]);
  return { stored, old, table, practitioners };
};

describe('a row of a system that was merged', () => {
  it('is found by its key and in its list, in order, before it is moved', async () => {
    const { practitioners } = await merging();
    expect(await practitioners.findPresent('old1')).toMatchObject({ id: 'old1' });
    expect((await practitioners.inState('listed')).map(({ id }) => id)).toEqual(['old1', 'own', 'old2']);
    const page = await practitioners.page('listed', { size: 2 });
    expect(page.found.map(({ id }) => id)).toEqual(['old1', 'own']);
  });

  it('is changed once, and the change counts', async () => {
    const { stored, table, practitioners } = await merging();
    const before = await practitioners.findPresent('old1');
    if (before === undefined) throw new Error('the row is missing');
    const outcome = await table.commit([practitioners.save({ ...before, name: 'Changed' }, ['listed'])]);
    expect(outcome.committed).toBe(true);
    expect(await practitioners.findPresent('old1')).toMatchObject({ name: 'Changed', version: 2 });
    expect((await practitioners.inState('listed')).filter(({ id }) => id === 'old1')).toHaveLength(1);
    expect((await table.commit([practitioners.save(before)])).committed).toBe(false);
    expect(stored.rows().filter(({ pk }) => pk.endsWith('PRACTITIONER#old1'))).toHaveLength(2);
  });

  it('keeps an e-mail from being created a second time', async () => {
    const { old, table } = await merging();
    const email = emailFor('practitioner-listing-hidden', 'old1', { practitionerId: 'old1' }, NOW);
    await old.commit([emailRepository(old).save(email)]);
    expect(await table.commit([emailRepository(table).save(email)])).toEqual({
      committed: false,
      unmet: [0],
      conflict: false,
    });
  });
});
