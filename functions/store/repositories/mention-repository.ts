import { keys, lists } from '../table/keys.ts';
import { type Mention, mentionRows } from '../table/rows/mention-rows.ts';
import type { Change, Table } from '../table/table.ts';

export interface MentionRepository {
  /** Reads all mentions that the team has not reviewed yet, oldest first. The index may lag. */
  all(): Promise<readonly Mention[]>;
  /** Returns the change that asks the team to review the texts of a listing or request. Idempotent. */
  file(mention: Mention): Change;
  /** Returns the change that marks the texts of a listing or request as reviewed by the team. Idempotent. */
  settle(mention: Pick<Mention, 'noun' | 'id'>): Change;
}

/**
 * Stores which listings and requests contain free text that may name somebody who was erased. Only a person can
 * decide whether it does.
 */
export const mentionRepository = (table: Pick<Table, 'query' | 'setAside'>): MentionRepository => ({
  all: async () =>
    mentionRows.parseAll(table, await table.query({ from: 'by-list', partition: lists.mentions })),
  file: (mention) =>
    mentionRows.put(
      {
        ...keys.mention(mention.noun, mention.id),
        listPk: lists.mentions,
        listSk: `${mention.at}#${mention.noun}#${mention.id}`,
      },
      mention,
      { is: 'anything' },
    ),
  settle: ({ noun, id }) => ({ do: 'remove', key: keys.mention(noun, id), when: { is: 'anything' } }),
});
