import * as z from 'zod';
import { type Round, roundSchema } from '../../../shared/rounds/round.ts';
import { keys, lists } from '../table/keys.ts';
import { rowsOf } from '../table/row.ts';
import type { Change, Key, Table } from '../table/table.ts';

const rows = rowsOf<Round>({
  kind: 'round',
  schema: roundSchema,
  key: ({ id }) => keys.round(id),
  list: ({ createdAt, id }) => ({ pk: lists.rounds, sk: `${createdAt}#${id}` }),
});

const pressureSchema = z.strictObject({
  version: z.number().int(),
  /** Practitioner → the median of recent rounds, in points. */
  prices: z.record(z.string(), z.number()),
  /** Latest first: what the median is of. */
  rounds: z.array(z.strictObject({ id: z.string(), prices: z.record(z.string(), z.number()) })),
});
export type Pressure = z.infer<typeof pressureSchema>;

const pressureRows = rowsOf<Pressure>({
  kind: 'pressure',
  schema: pressureSchema,
  key: () => keys.pressure(),
  list: () => undefined,
});

/** A row holds 400 KB; the rest is left for keys and for what a reader's page takes. */
const PIECE_CHARACTERS = 300_000;

/** JSON in ASCII only, so that a character is a byte and no piece cuts one in two. */
const asciiJson = (value: unknown): string =>
  JSON.stringify(value).replace(
    /[\u007f-\uffff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

const pieceSchema = z.object({ text: z.string() });

export interface RoundRepository {
  find(id: string): Promise<Round | undefined>;
  /** Every round, newest first. The index may lag. */
  all(): Promise<readonly Round[]>;
  save(round: Round): Change;
  /**
   * A document of any size as rows of one partition, each to be committed on its own; nothing refers to them until the
   * round's own row names the plan. The same document again is the same rows.
   * @param part plan's id and what it is: "abc-input"
   */
  pieces(roundId: string, part: string, document: unknown): readonly Change[];
  document(roundId: string, part: string): Promise<unknown>;
  /** The keys of all pieces of a round's plans. */
  pieceKeys(roundId: string): Promise<readonly Key[]>;
  pressure(): Promise<Pressure>;
  savePressure(pressure: Pressure): Change;
}

const NO_PRESSURE: Pressure = { version: 0, prices: {}, rounds: [] };

export const roundRepository = (table: Table): RoundRepository => ({
  find: async (id) => {
    const [row] = await table.get([keys.round(id)]);
    return row === undefined ? undefined : rows.parse(row);
  },
  all: async () =>
    rows.parseAll(table, await table.query({ from: 'by-list', partition: lists.rounds, newestFirst: true })),
  save: rows.save,
  pieces: (roundId, part, document) => {
    const text = asciiJson(document);
    return Array.from({ length: Math.ceil(text.length / PIECE_CHARACTERS) }, (_, piece) => ({
      do: 'put' as const,
      when: { is: 'anything' as const },
      row: {
        ...keys.roundPart(roundId, part, piece),
        kind: 'round-part',
        text: text.slice(piece * PIECE_CHARACTERS, (piece + 1) * PIECE_CHARACTERS),
      },
    }));
  },
  document: async (roundId, part) => {
    const found = await table.query({
      from: 'table',
      partition: keys.roundPartition(roundId),
      beginsWith: keys.roundPartPrefix(part),
    });
    if (found.length === 0) throw new Error('a part of a round is missing');
    const document: unknown = JSON.parse(found.map((row) => pieceSchema.parse(row).text).join(''));
    return document;
  },
  pieceKeys: async (roundId) =>
    (await table.query({ from: 'table', partition: keys.roundPartition(roundId), beginsWith: 'PART#' })).map(
      ({ pk, sk }) => ({ pk, sk }),
    ),
  pressure: async () => {
    const [row] = await table.get([keys.pressure()]);
    return row === undefined ? NO_PRESSURE : pressureRows.parse(row);
  },
  savePressure: pressureRows.save,
});
