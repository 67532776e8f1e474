import { type Email, type EmailClass, emailClasses } from '../../../shared/notifications/email.ts';
import { keys, lists } from '../table/keys.ts';
import { type ListPage, listPage, type PageOf } from '../table/list-page.ts';
import { emailRows } from '../table/rows/email-rows.ts';
import type { Change, QueryArguments, Row, Table } from '../table/table.ts';

export interface EmailRepository {
  find(id: string): Promise<Email | undefined>;
  /**
   * Reads the rows of a class, or of each class in turn, that are pending and due at `now`, those due first coming
   * first. Leaves out unreadable rows. The index may lag.
   * @param limit maximum number of rows of one class
   */
  waiting(now: string, limit: number, ofClass?: EmailClass): Promise<readonly Email[]>;
  /** Reads one page of the rows that are done, oldest first. The page's `until` is an instant. The index may lag. */
  donePage(page: PageOf): Promise<ListPage<Email>>;
  save(email: Email): Change;
  /** Parses the new image of a stream record. @throws {UnreadableRow} */
  parse(row: Row): Email;
}

/** Maximum number of pages to read; enough to find readable rows behind ten pages of unreadable ones. */
const MOST_PAGES = 11;

/** Reads the first readable rows of a list. Unreadable rows do not count towards the limit. */
const firstReadable = async (
  table: Table,
  query: Omit<QueryArguments, 'limit' | 'atLeast' | 'newestFirst'>,
  limit: number,
): Promise<readonly Email[]> => {
  const found: Email[] = [];
  let last: string | undefined;
  for (let page = 0; page < MOST_PAGES && found.length < limit; page += 1) {
    // Each page starts with the last row of the previous page, which is dropped below.
    const more = last === undefined ? {} : { atLeast: last };
    const stored = await table.query({ ...query, ...more, limit: last === undefined ? limit : limit + 1 });
    const fresh = stored.filter(({ listSk }) => listSk !== last);
    found.push(...emailRows.parseAll(table, fresh));
    last = fresh.at(-1)?.listSk;
    if (last === undefined || fresh.length < limit) break;
  }
  return found.slice(0, limit);
};

export const emailRepository = (table: Table): EmailRepository => ({
  find: async (id) => {
    const [row] = await table.get([keys.email(id)]);
    return row === undefined ? undefined : emailRows.parse(row);
  },
  waiting: async (now, limit, ofClass) => {
    const waitingOf = (one: EmailClass) =>
      firstReadable(
        table,
        { from: 'by-list', partition: lists.emailsPending(one), atMost: `${now}#~` },
        limit,
      );
    return ofClass === undefined
      ? (await Promise.all(emailClasses.map(waitingOf))).flat()
      : waitingOf(ofClass);
  },
  donePage: ({ until, ...page }) =>
    listPage(
      table,
      lists.emailsDone,
      { ...page, ...(until === undefined ? {} : { until: `${until}#~` }) },
      (rows) => emailRows.parseAll(table, rows),
    ),
  save: emailRows.save,
  parse: emailRows.parse,
});
