import { beforeAll, describe, expect, it } from 'vitest';
import { practitionerRepository } from '../../../functions/store/repositories/practitioner-repository.ts';
import { missingDigests } from '../../../functions/programme/reconciliation/missing-digests.ts';
import { seedTable } from '../../../infra/local/seed/seed.ts';
import { daysBetween, londonDay } from '../../../shared/kernel/time.ts';
import { NOW } from '../../support/builders.ts';
import { memoryTable } from '../../support/memory-table/memory-table.ts';
import { kentAndMedway } from '../../support/kent-and-medway.ts';

const table = memoryTable();
const practitioners = practitionerRepository(table);

beforeAll(() => seedTable(table, NOW));

describe('a year of use, as the team finds it', () => {
  it('has the digests of last Monday, so that no night misses them', async () => {
    const digests = table.rows().filter(({ kind }) => kind === 'digest-run');
    expect(digests.length).toBeGreaterThan(kentAndMedway.geography.places.length);
    expect(await missingDigests({ system: kentAndMedway, table, practitioners })(NOW)).toEqual([]);
  });

  it('has a handful of register checks due, not everybody’s', async () => {
    const due = (await practitioners.inState('listed')).filter(
      ({ check }) => check !== undefined && daysBetween(londonDay(NOW), check.dueOn) <= 28,
    );
    expect(due.length).toBeGreaterThan(0);
    expect(due.length).toBeLessThan(12);
  });
});
