import { beforeAll, describe, expect, inject, it } from 'vitest';
import type { Row, Table } from '../../functions/store/table/table.ts';
import { decideAndCommit } from '../../functions/store/unit-of-work.ts';
import { accepted, refused } from '../../shared/kernel/result.ts';
import { localClient, localTable } from '../support/local-table.ts';

let table: Table;
beforeAll(async () => {
  table = await localTable(localClient(inject('dynamoEndpoint')), 'last-place');
});

const PLACE = { pk: 'PLACE', sk: 'PLACE' };

const placeAt = (version: number, takenBy: string): Row => ({ ...PLACE, version, takenBy });

/** Takes the place if it is free, and writes a second row in the same commit. */
const take = (name: string) =>
  decideAndCommit({
    table,
    read: async () => (await table.get([PLACE]))[0],
    decide: (place) =>
      place?.['takenBy'] !== 'nobody'
        ? refused('already-filled' as const)
        : accepted({
            value: name,
            changes: [
              {
                do: 'put',
                row: placeAt(Number(place['version']) + 1, name),
                when: { is: 'at', version: Number(place['version']) },
              },
              { do: 'put', row: { pk: 'NOTES', sk: name }, when: { is: 'absent' } },
            ],
          }),
  });

describe('the last place', () => {
  it('goes to one of fifty simultaneous requests, and the others get a refusal', async () => {
    await table.commit([{ do: 'put', row: placeAt(1, 'nobody'), when: { is: 'absent' } }]);
    const outcomes = await Promise.all(Array.from({ length: 50 }, (_, n) => take(`learner${n}`)));
    const winners = outcomes.filter(({ ok }) => ok);
    expect(winners).toHaveLength(1);
    expect(outcomes.filter((outcome) => !outcome.ok && outcome.refusal === 'already-filled')).toHaveLength(
      49,
    );
    expect(await table.query({ from: 'table', partition: 'NOTES' })).toHaveLength(1);
  });

  it('of a limit of three goes to three of a hundred, and the others get the limit’s own refusal', async () => {
    const ask = (name: string) =>
      decideAndCommit({
        table,
        read: () => Promise.resolve(undefined),
        decide: () =>
          accepted({
            value: name,
            changes: [{ do: 'put', row: { pk: 'ASKED', sk: name }, when: { is: 'absent' } }],
            limits: [
              {
                change: { do: 'count', key: { pk: 'N', sk: 'N' }, by: 1, atMost: 3 },
                refusal: 'too-many' as const,
              },
            ],
          }),
      });
    const outcomes = await Promise.all(Array.from({ length: 100 }, (_, n) => ask(`n${n}`)));
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(3);
    expect(outcomes.filter((outcome) => !outcome.ok && outcome.refusal === 'too-many')).toHaveLength(97);
    expect(await table.query({ from: 'table', partition: 'ASKED' })).toHaveLength(3);
  });
});
