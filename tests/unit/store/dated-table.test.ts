import { describe, expect, it } from 'vitest';
import { practitionerRepository } from '../../../functions/store/repositories/practitioner-repository.ts';
import { requestRepository } from '../../../functions/store/repositories/request-repository.ts';
import { datedTable } from '../../../functions/store/table/dated-table.ts';
import { keys } from '../../../functions/store/table/keys.ts';
import { mergedTable } from '../../../functions/store/table/merged-table.ts';
import { systemTable } from '../../../functions/store/table/system-table.ts';
import { addMilliseconds } from '../../../shared/kernel/time.ts';
import { erasedPractitioner } from '../../../shared/privacy/erase-practitioner.ts';
import { aPractitioner, aRequest, NOW } from '../../support/builders.ts';
import { memoryTable } from '../../support/memory-table/memory-table.ts';

const aTable = () => {
  let now = NOW;
  const memory = memoryTable();
  const dated = datedTable(memory, { now: () => now });
  return { memory, dated, later: () => (now = addMilliseconds(now, 60_000)) };
};
const LATER = addMilliseconds(NOW, 60_000);

describe('the list of changed practitioners', () => {
  it('has each of them once, under the time of the last writing and in the order of time', async () => {
    const { dated, later } = aTable();
    const store = practitionerRepository(systemTable(dated, 'anyshire'));
    const other = practitionerRepository(systemTable(dated, 'elsewhere'));
    const table = systemTable(dated, 'anyshire');
    await table.commit([store.save(aPractitioner({ version: 0 }))]);
    await table.commit([store.save(aPractitioner({ id: 'dpp2', version: 0, state: 'paused' }))]);
    await systemTable(dated, 'elsewhere').commit([other.save(aPractitioner({ id: 'dpp3', version: 0 }))]);
    later();
    await table.commit([store.save((await store.findPresent('dpp1'))!)]);
    expect(await store.writtenSince(NOW)).toEqual([
      { id: 'dpp2', version: 1, isListed: false },
      { id: 'dpp1', version: 2, isListed: true },
    ]);
    expect(await store.writtenSince(LATER)).toEqual([{ id: 'dpp1', version: 2, isListed: true }]);
    expect(await other.writtenSince(NOW)).toMatchObject([{ id: 'dpp3' }]);
  });

  it('keeps of an erased person the id, the time and the state only', async () => {
    const { memory, dated } = aTable();
    const table = systemTable(dated, 'anyshire');
    const store = practitionerRepository(table);
    await table.commit([store.save(aPractitioner({ version: 0 }))]);
    await table.commit([store.save(erasedPractitioner((await store.findPresent('dpp1'))!, NOW))]);
    expect(await memory.query({ from: 'by-change', partition: 'anyshire|PRACTITIONER#changed' })).toEqual([
      {
        pk: 'anyshire|PRACTITIONER#dpp1',
        sk: 'PRACTITIONER',
        changedPk: 'anyshire|PRACTITIONER#changed',
        changedSk: `${NOW}#PRACTITIONER#dpp1`,
        version: 2,
        state: 'erased',
      },
    ]);
  });

  it('names the remaining system after a merger', async () => {
    const { dated, later } = aTable();
    const from = systemTable(dated, 'from');
    await from.commit([practitionerRepository(from).save(aPractitioner({ version: 0 }))]);
    const into = systemTable(mergedTable(dated, 'into', ['from']), 'into');
    const store = practitionerRepository(into);
    expect(await store.writtenSince(NOW)).toMatchObject([{ id: 'dpp1', version: 1 }]);
    later();
    await into.commit([store.save((await store.findPresent('dpp1'))!)]);
    expect(await store.writtenSince(LATER)).toMatchObject([{ id: 'dpp1', version: 2 }]);
    expect(await practitionerRepository(systemTable(dated, 'into')).writtenSince(NOW)).toHaveLength(1);
  });

  it('has no other kinds of rows', async () => {
    const { memory, dated } = aTable();
    await dated.commit([requestRepository(dated).save(aRequest({ version: 0 }))]);
    const [row] = await memory.get([keys.request('req1')]);
    expect(row).not.toHaveProperty('changedPk');
  });
});
