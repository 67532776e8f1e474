import { expect, test } from 'vitest';
import { nounChanges } from '../../../functions/store/noun-changes.ts';
import { practitionerRepository } from '../../../functions/store/repositories/practitioner-repository.ts';
import { requestRepository } from '../../../functions/store/repositories/request-repository.ts';
import { aPractitioner, aRequest, aSeat } from '../../support/builders.ts';
import { memoryTable } from '../../support/memory-table/memory-table.ts';

const stored = async () => {
  const memory = memoryTable();
  await memory.commit(
    nounChanges(memory, {
      practitioners: [aPractitioner({ version: 0, hoursPerWeek: 7.5 })],
      requests: [aRequest({ version: 0, hours: 90, namedDppHours: 22.5, seats: [aSeat({ hours: 37.25 })] })],
    }),
  );
  return memory;
};

test('parts of an hour are stored beside whole hours, which earlier versions read', async () => {
  const nouns = (await stored()).rows().map(({ noun }) => noun);
  expect(nouns).toContainEqual(expect.objectContaining({ hoursPerWeek: 7, hoursPerWeekExact: 7.5 }));
  expect(nouns).toContainEqual(
    expect.objectContaining({
      hours: 90,
      namedDppHours: 22,
      namedDppHoursExact: 22.5,
      seats: [expect.objectContaining({ hours: 37, hoursExact: 37.25 })],
    }),
  );
});

test('parts of an hour are read back without a trace of how they are stored', async () => {
  const table = await stored();
  const request = await requestRepository(table).findPresent('req1');
  expect(request).toEqual(
    aRequest({ version: 1, hours: 90, namedDppHours: 22.5, seats: [aSeat({ hours: 37.25 })] }),
  );
});

test('whole hours that an earlier version has changed count', async () => {
  const table = await stored();
  table.restore(
    table.rows().map((row) => ({ ...row, noun: { ...(row['noun'] as object), hoursPerWeek: 10 } })),
  );
  expect(await practitionerRepository(table).findPresent('dpp1')).toEqual(
    aPractitioner({ version: 1, hoursPerWeek: 10 }),
  );
});
