import fc from 'fast-check';
import { expect, inject, it } from 'vitest';
import { mergeRows } from '../../infra/ops/merge-rows.ts';
import { storedTable } from '../../infra/ops/stored-table.ts';
import { linkRepository } from '../../functions/store/repositories/link-repository.ts';
import { practitionerRepository } from '../../functions/store/repositories/practitioner-repository.ts';
import { systemOfKey } from '../../functions/store/table/keys.ts';
import { mergedTable } from '../../functions/store/table/merged-table.ts';
import { systemTable } from '../../functions/store/table/system-table.ts';
import { NOW } from '../support/builders.ts';
import { cases } from '../support/campaign.ts';
import { localClient, localTable } from '../support/local-table.ts';
import { fillTwoSystems, FROM, idsOf, INTO, tokenOf } from '../support/two-filled-systems.ts';

const COUNT = cases(2_000, 120);
const STOPS = 50;

it(`two systems of ${COUNT} DPPs become one although the command is stopped at ${STOPS} writes`, async () => {
  const name = 'merge-systems';
  const client = localClient(inject('dynamoEndpoint'));
  const table = await localTable(client, name);
  const { pages } = storedTable(client, name);
  await fillTwoSystems(table, COUNT);
  const service = systemTable(mergedTable(table, INTO, [FROM]), INTO);
  const everybody = [...idsOf(FROM, COUNT), ...idsOf(INTO, COUNT)];
  // The system that is merged has four rows a DPP: two are moved and two are named anew.
  const [stops = []] = fc.sample(
    fc.array(fc.integer({ min: 1, max: Math.floor((3 * COUNT) / STOPS) }), {
      minLength: STOPS,
      maxLength: STOPS,
    }),
    { numRuns: 1 },
  );
  let stopped = 0;
  for (const [turn, stop] of stops.entries()) {
    let writes = 0;
    await mergeRows(
      {
        pages,
        table: {
          ...table,
          commit: (changes, key) => {
            writes += 1;
            return writes >= stop ? Promise.reject(new Error('stopped')) : table.commit(changes, key);
          },
        },
      },
      { from: FROM, into: INTO },
    ).catch(() => {
      stopped += 1;
    });
    const id = everybody[(turn * 79) % everybody.length] ?? '';
    expect(await linkRepository(service).find(tokenOf(id), NOW)).toMatchObject({ expired: false });
  }
  expect(stopped).toBe(STOPS);
  await mergeRows({ pages, table }, { from: FROM, into: INTO });

  const merged = systemTable(table, INTO);
  const listed = await practitionerRepository(merged).inState('listed');
  expect(listed.map(({ id }) => id).sort()).toEqual([...everybody].sort());
  for (const id of everybody)
    expect((await linkRepository(merged).find(tokenOf(id), NOW))?.link.practitionerId).toBe(id);
  for await (const page of pages())
    expect(page.filter(({ pk, ...row }) => systemOfKey(pk) === FROM || row['system'] === FROM)).toEqual([]);
}, 900_000);
