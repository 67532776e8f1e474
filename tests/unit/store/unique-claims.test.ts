import { describe, expect, it } from 'vitest';
import { claim, release, takenBy } from '../../../functions/store/unique-claims.ts';
import { registrationHash } from '../../../functions/platform/hash.ts';
import { keys } from '../../../functions/store/table/keys.ts';
import { uniqueRows } from '../../../functions/store/table/rows/unique-rows.ts';
import { memoryTable } from '../../support/memory-table/memory-table.ts';

const physio = (id: string, registrationNumber: string) =>
  ({ id, email: `${id}@dpp.example`, regulator: 'hcpc', registrationNumber }) as const;

describe('the claim to a number', () => {
  it.each([
    ['PH012377', 'PH12377'],
    ['PH12377', 'PH012377'],
    ['PH 012377', 'ph0012377'],
  ])('%s is that to %s too', async (one, other) => {
    const table = memoryTable();
    expect((await table.commit([...claim(table, physio('d1', one))])).committed).toBe(true);
    expect((await takenBy(table, physio('d2', other))).registration).toEqual({ id: 'd1' });
    expect((await table.commit([...claim(table, physio('d2', other))])).committed).toBe(false);
  });

  it('is found and released as an earlier version stored it', async () => {
    const table = memoryTable();
    const key = keys.unique('registration', registrationHash('hcpc', 'PH012377'));
    await table.commit([uniqueRows.put(key, { practitionerId: 'd1' }, { is: 'absent' })]);
    expect((await takenBy(table, physio('d2', 'PH12377'))).registration).toEqual({ id: 'd1' });
    await table.commit([...(await release(table, physio('d1', 'PH012377')))]);
    expect((await takenBy(table, physio('d2', 'PH12377'))).registration).toBeUndefined();
  });

  it('is one in the register of its regulator, and another number is another', async () => {
    const table = memoryTable();
    await table.commit([...claim(table, physio('d1', 'PH12377'))]);
    expect((await takenBy(table, physio('d2', 'PH1237'))).registration).toBeUndefined();
    expect(
      (await takenBy(table, { ...physio('d2', '12377'), regulator: 'gdc' })).registration,
    ).toBeUndefined();
  });
});
