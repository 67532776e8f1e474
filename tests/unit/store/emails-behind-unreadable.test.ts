import { describe, expect, it } from 'vitest';
import { emailRepository } from '../../../functions/store/repositories/email-repository.ts';
import type { QueryArguments, Row } from '../../../functions/store/table/table.ts';
import { emailFor } from '../../../shared/notifications/email.ts';
import { NOW } from '../../support/builders.ts';
import { spoiltTable } from '../../support/spoilt-table.ts';

const LATER = '2026-11-30T09:00:00.000Z';

/** An outbox of unreadable messages followed by readable ones. `bad` and `good` are their numbers. */
const anOutbox = async (bad: number, good: number) => {
  const { table, damage, setAside } = spoiltTable();
  const queries: QueryArguments[] = [];
  const watched = {
    ...table,
    query: (asked: QueryArguments) => {
      queries.push(asked);
      return table.query(asked);
    },
  };
  const emails = emailRepository(watched);
  const idOf = (number: number): string => `req${String(number).padStart(4, '0')}`;
  for (let number = 0; number < bad + good; number += 1)
    await table.commit([
      emails.save(emailFor('team-sign-off-near', idOf(number), { requestId: idOf(number) }, NOW)),
    ]);
  damage(({ pk }: Row) => Number(/\d+$/u.exec(pk)?.[0]) < bad);
  return { emails, queries, setAside };
};

describe('messages behind unreadable rows', () => {
  it.each([
    [0, 3, 2, 1],
    [1, 3, 3, 2],
    [4, 3, 3, 3],
    [5, 1, 2, 4],
    [20, 2, 2, 11],
  ])('%i unreadable, %i readable, %i wanted: served in %i pages', async (bad, good, wanted, pages) => {
    const { emails, queries, setAside } = await anOutbox(bad, good);
    const waiting = await emails.waiting(LATER, wanted, 'routine');
    const first = Array.from({ length: Math.min(good, wanted) }, (_, index) => bad + index);
    expect(waiting.map(({ id }) => Number(/\d+$/u.exec(id)?.[0]))).toEqual(first);
    expect(setAside()).toHaveLength(bad);
    expect(queries).toHaveLength(pages);
  });

  it('are searched for only to a limit', async () => {
    const { emails, queries } = await anOutbox(30, 1);
    expect(await emails.waiting(LATER, 2, 'routine')).toEqual([]);
    expect(queries).toHaveLength(11);
  });
});
