import { type Email, emailSchema } from '../../../shared/notifications/email.ts';
import { keys, lists } from '../table/keys.ts';
import { rowsOf } from '../table/row.ts';
import type { Change, QueryArguments, Row, Table } from '../table/table.ts';

const rows = rowsOf<Email>({
  kind: 'email',
  schema: emailSchema,
  key: ({ id }) => keys.email(id),
  list: ({ state, notBefore, createdAt, id }) =>
    state === 'pending' || state === 'leased'
      ? { pk: lists.emailsPending, sk: `${notBefore}#${id}` }
      : { pk: lists.emailsDone, sk: `${createdAt}#${id}` },
});

export interface EmailRepository {
  find(id: string): Promise<Email | undefined>;
  /** Rows that are not done, can be read and may be sent at `now`, oldest first. The index may lag. */
  waiting(now: string, limit: number): Promise<readonly Email[]>;
  /** Rows that are done, oldest first: those that were caused at or before `until`. The index may lag. */
  done(until?: string, limit?: number): Promise<readonly Email[]>;
  save(email: Email): Change;
  /** A stream record's new image → the outbox row. */
  parse(row: Row): Email;
}

/** How far a list is gone through at most: ten pages of rows that cannot be read hide nothing. */
const MOST_PAGES = 11;

/** The first rows of a list that can be read: those that cannot do not count, and do not hide what stands behind them. */
const firstReadable = async (
  table: Table,
  query: Omit<QueryArguments, 'limit' | 'atLeast' | 'newestFirst'>,
  limit: number,
): Promise<readonly Email[]> => {
  const found: Email[] = [];
  let last: string | undefined;
  for (let page = 0; page < MOST_PAGES && found.length < limit; page += 1) {
    // A page begins with the last row of the one before, which is known.
    const more = last === undefined ? {} : { atLeast: last };
    const stored = await table.query({ ...query, ...more, limit: last === undefined ? limit : limit + 1 });
    const fresh = stored.filter(({ listSk }) => listSk !== last);
    found.push(...rows.parseAll(table, fresh));
    last = fresh.at(-1)?.listSk;
    if (last === undefined || fresh.length < limit) break;
  }
  return found.slice(0, limit);
};

export const emailRepository = (table: Table): EmailRepository => ({
  find: async (id) => {
    const [row] = await table.get([keys.email(id)]);
    return row === undefined ? undefined : rows.parse(row);
  },
  waiting: (now, limit) =>
    firstReadable(table, { from: 'by-list', partition: lists.emailsPending, atMost: `${now}#~` }, limit),
  done: async (until, limit) => {
    const upTo = until === undefined ? {} : { atMost: `${until}#~` };
    const query = { from: 'by-list', partition: lists.emailsDone, ...upTo } as const;
    return limit === undefined
      ? rows.parseAll(table, await table.query(query))
      : firstReadable(table, query, limit);
  },
  save: rows.save,
  parse: rows.parse,
});
