import * as z from 'zod';
import { nounIdOf } from '../store/table/keys.ts';

const text = z.object({ S: z.string() });

/** The parts of a record of the table's stream from which messages are made. */
const recordSchema = z.object({
  eventName: z.enum(['INSERT', 'MODIFY', 'REMOVE']),
  dynamodb: z.object({
    SequenceNumber: z.string(),
    ApproximateCreationDateTime: z.number(),
    Keys: z.object({ pk: text, sk: text }),
    NewImage: z
      .object({
        kind: text.optional(),
        seeking: z.object({ BOOL: z.boolean() }).optional(),
        noun: z.object({ M: z.object({ id: text.optional() }) }).optional(),
      })
      .optional(),
  }),
});

/** A row that was written or deleted. */
export interface ChangedRow {
  /** Sequence number of the change in the stream. */
  readonly position: string;
  readonly changedAt: string;
  readonly is: 'new' | 'changed' | 'deleted';
  readonly pk: string;
  readonly sk: string;
  readonly kind: string | undefined;
  /** Id of the noun in the row. */
  readonly id: string | undefined;
  /** Whether the row is a request with vacant seats. */
  readonly seeking: boolean;
}

const changes = { INSERT: 'new', MODIFY: 'changed', REMOVE: 'deleted' } as const;

/** Reads a record of the stream; undefined if it is not of the expected form. */
export const changedRowOf = (record: unknown): ChangedRow | undefined => {
  const { data } = recordSchema.safeParse(record);
  if (data === undefined) return undefined;
  const { eventName, dynamodb } = data;
  const { Keys, NewImage, SequenceNumber, ApproximateCreationDateTime } = dynamodb;
  return {
    position: SequenceNumber,
    changedAt: new Date(ApproximateCreationDateTime * 1_000).toISOString(),
    is: changes[eventName],
    pk: Keys.pk.S,
    sk: Keys.sk.S,
    kind: NewImage?.kind?.S,
    id: NewImage === undefined ? nounIdOf({ pk: Keys.pk.S, sk: Keys.sk.S }) : NewImage.noun?.M.id?.S,
    seeking: NewImage?.seeking?.BOOL ?? false,
  };
};
