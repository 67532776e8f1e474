import * as z from 'zod';
import type { Outcome } from './worker-messages.ts';

const partial = z.object({
  batchItemFailures: z.array(z.object({ itemIdentifier: z.string() })),
});

/**
 * Which items of a batch failed, as Lambda understands a function's answer.
 * @returns `all` when the function failed or answered what Lambda cannot read
 */
export const failuresIn = (outcome: Outcome): 'all' | readonly string[] => {
  if (!outcome.ok) return 'all';
  if (outcome.answer === null || outcome.answer === undefined) return [];
  const read = partial.safeParse(outcome.answer);
  if (read.success) return read.data.batchItemFailures.map(({ itemIdentifier }) => itemIdentifier);
  const isEmpty = typeof outcome.answer === 'object' && !('batchItemFailures' in outcome.answer);
  return isEmpty ? [] : 'all';
};
