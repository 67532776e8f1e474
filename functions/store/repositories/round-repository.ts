import type { Round } from '../../../shared/rounds/round.ts';
import { keys, lists } from '../table/keys.ts';
import { type ListPage, listPage, type PageOf } from '../table/list-page.ts';
import { readRow } from '../table/read-rows.ts';
import { type Pressure, pressureRows } from '../table/rows/pressure-rows.ts';
import { roundPartRows } from '../table/rows/round-part-rows.ts';
import { roundRows } from '../table/rows/round-rows.ts';
import type { Change, Key, Table } from '../table/table.ts';

/** Maximum length of a piece. DynamoDB allows 400 KB per row, so this leaves room for the keys. */
const PIECE_CHARACTERS = 300_000;

/** Writes JSON in ASCII only, so that each character is one byte and no character is split between two pieces. */
const asciiJson = (value: unknown): string =>
  JSON.stringify(value).replace(
    /[\u007f-\uffff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

export interface RoundRepository {
  find(id: string): Promise<Round | undefined>;
  /** Reads all rounds, newest first. The index may lag. */
  all(): Promise<readonly Round[]>;
  /** Reads one page of the rounds, oldest first. The index may lag. */
  page(page: PageOf): Promise<ListPage<Round>>;
  save(round: Round): Change;
  /**
   * Splits a document of any size into rows of one partition, which the caller commits one by one. Nothing refers to
   * the rows until the round's own row names the plan. Idempotent: the same document gives the same rows.
   * @param part the plan's id and the document's name: "abc-input"
   */
  pieces(roundId: string, part: string, document: unknown): readonly Change[];
  /** Reads the pieces of a document, joins them and parses the result. @throws {UnreadableRow} */
  document<Document>(
    roundId: string,
    part: string,
    parse: (document: unknown) => Document,
  ): Promise<Document>;
  /** Reads the keys of the first pieces of a round's plans, at most `limit`. */
  pieceKeys(roundId: string, limit: number): Promise<readonly Key[]>;
  pressure(): Promise<Pressure>;
  savePressure(pressure: Pressure): Change;
}

const NO_PRESSURE: Pressure = { version: 0, prices: {}, rounds: [] };

export const roundRepository = (table: Table): RoundRepository => ({
  find: async (id) => {
    const [row] = await table.get([keys.round(id)]);
    return row === undefined ? undefined : roundRows.parse(row);
  },
  all: async () =>
    roundRows.parseAll(
      table,
      await table.query({ from: 'by-list', partition: lists.rounds, newestFirst: true }),
    ),
  page: (page) => listPage(table, lists.rounds, page, (rows) => roundRows.parseAll(table, rows)),
  save: roundRows.save,
  pieces: (roundId, part, document) => {
    const text = asciiJson(document);
    return Array.from({ length: Math.ceil(text.length / PIECE_CHARACTERS) }, (_, piece) =>
      roundPartRows.put(
        keys.roundPart(roundId, part, piece),
        { text: text.slice(piece * PIECE_CHARACTERS, (piece + 1) * PIECE_CHARACTERS) },
        { is: 'anything' },
      ),
    );
  },
  document: async (roundId, part, parse) => {
    const found = await table.query({
      from: 'table',
      partition: keys.roundPartition(roundId),
      beginsWith: keys.roundPartPrefix(part),
    });
    const [first] = found;
    if (first === undefined) throw new Error('a part of a round is missing');
    const pieces = found.map((row) => roundPartRows.parse(row).text);
    return readRow(first, () => parse(JSON.parse(pieces.join(''))));
  },
  pieceKeys: async (roundId, limit) =>
    (
      await table.query({
        from: 'table',
        partition: keys.roundPartition(roundId),
        beginsWith: 'PART#',
        limit,
      })
    ).map(({ pk, sk }) => ({ pk, sk })),
  pressure: async () => {
    const [row] = await table.get([keys.pressure()]);
    return row === undefined ? NO_PRESSURE : pressureRows.parse(row);
  },
  savePressure: pressureRows.save,
});
