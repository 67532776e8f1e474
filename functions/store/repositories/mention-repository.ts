import { keys, lists } from '../table/keys.ts';
import { type Mention, mentionRows } from '../table/rows/mention-rows.ts';
import type { Change, Table } from '../table/table.ts';

export interface MentionRepository {
  /** Every mention that the team has still to look at, oldest first. The index may lag. */
  all(): Promise<readonly Mention[]>;
  /** The change that asks the team to look at a noun's texts. Idempotent. */
  file(mention: Mention): Change;
  /** The change after which the team is not asked any more. Idempotent. */
  settle(mention: Pick<Mention, 'noun' | 'id'>): Change;
}

/** Free texts that may name somebody who was erased. Only a person can decide whether they do. */
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
