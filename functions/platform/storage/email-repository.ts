import { type Email, emailSchema } from '../../../shared/domain/email.ts';
import { keys, lists } from './keys.ts';
import { rowsOf } from './row.ts';
import type { Change, Row, Table } from './table.ts';

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
  /** Rows that are not done and may be sent at `now`, oldest first. The index may lag. */
  waiting(now: string, limit: number): Promise<readonly Email[]>;
  /** Rows that are done, oldest first: those that were caused at or before `until`. The index may lag. */
  done(until?: string, limit?: number): Promise<readonly Email[]>;
  save(email: Email): Change;
  /** A stream record's new image → the outbox row. */
  parse(row: Row): Email;
}

export const emailRepository = (table: Table): EmailRepository => ({
  find: async (id) => {
    const [row] = await table.get([keys.email(id)]);
    return row === undefined ? undefined : rows.parse(row);
  },
  waiting: async (now, limit) =>
    rows.parseAll(
      table,
      await table.query({ from: 'by-list', partition: lists.emailsPending, atMost: `${now}#~`, limit }),
    ),
  done: async (until, limit) =>
    rows.parseAll(
      table,
      await table.query({
        from: 'by-list',
        partition: lists.emailsDone,
        ...(until === undefined ? {} : { atMost: `${until}#~` }),
        ...(limit === undefined ? {} : { limit }),
      }),
    ),
  save: rows.save,
  parse: rows.parse,
});
