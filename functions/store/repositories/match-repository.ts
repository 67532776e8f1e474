import { isMatchIn, type Match, type MatchIn, type MatchState } from '../../../shared/matches/match.ts';
import { keys, lists } from '../table/keys.ts';
import { type ListPage, listPage, type PageOf } from '../table/list-page.ts';
import { matchRows } from '../table/rows/match-rows.ts';
import type { Change, Table } from '../table/table.ts';

export interface MatchRepository {
  find(id: string): Promise<Match | undefined>;
  findAll(ids: readonly string[]): Promise<readonly Match[]>;
  /** Reads all matches in one state, earliest end first. The index may lag. */
  inState<State extends MatchState>(state: State): Promise<readonly MatchIn<State>[]>;
  /** Reads one page of the matches in one state, in the same order. The page's `until` is a last day. */
  page<State extends MatchState>(state: State, page: PageOf): Promise<ListPage<MatchIn<State>>>;
  save(match: Match, states?: readonly MatchState[]): Change;
}

export const matchRepository = (table: Table): MatchRepository => ({
  find: async (id) => {
    const [row] = await table.get([keys.match(id)]);
    return row === undefined ? undefined : matchRows.parse(row);
  },
  findAll: async (ids) =>
    ids.length === 0 ? [] : matchRows.parseAll(table, await table.get(ids.map(keys.match))),
  inState: async (state) =>
    matchRows
      .parseAll(table, await table.query({ from: 'by-list', partition: lists.matches(state) }))
      .filter(isMatchIn(state)),
  page: (state, { until, ...page }) =>
    listPage(
      table,
      lists.matches(state),
      { ...page, ...(until === undefined ? {} : { until: `${until}#~` }) },
      (rows) => matchRows.parseAll(table, rows).filter(isMatchIn(state)),
    ),
  save: matchRows.save,
});
