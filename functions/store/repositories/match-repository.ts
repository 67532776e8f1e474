import { isMatchIn, type Match, type MatchIn, type MatchState } from '../../../shared/matches/match.ts';
import { keys, lists } from '../table/keys.ts';
import { matchRows } from '../table/rows/match-rows.ts';
import type { Change, Table } from '../table/table.ts';

export interface MatchRepository {
  find(id: string): Promise<Match | undefined>;
  findAll(ids: readonly string[]): Promise<readonly Match[]>;
  /** Reads all matches in one state, earliest end first. The index may lag. */
  inState<State extends MatchState>(state: State): Promise<readonly MatchIn<State>[]>;
  /** Reads the matches in one state whose last day is `day` or earlier. */
  endingBy<State extends MatchState>(state: State, day: string): Promise<readonly MatchIn<State>[]>;
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
  endingBy: async (state, day) =>
    matchRows
      .parseAll(
        table,
        await table.query({ from: 'by-list', partition: lists.matches(state), atMost: `${day}#~` }),
      )
      .filter(isMatchIn(state)),
  save: matchRows.save,
});
