import * as z from 'zod';
import type { Outcome } from './worker-messages.ts';

const partial = z.object({
  batchItemFailures: z.array(z.object({ itemIdentifier: z.string() })),
});

/**
 * Lists the items of a batch that failed. Reads them from the function's answer in the same way as Lambda.
 * @returns the identifiers of the failed items; `all` if the function failed or its answer is malformed
 */
export const failuresIn = (outcome: Outcome): 'all' | readonly string[] => {
  if (!outcome.ok) return 'all';
  if (outcome.answer === null || outcome.answer === undefined) return [];
  const read = partial.safeParse(outcome.answer);
  if (read.success) return read.data.batchItemFailures.map(({ itemIdentifier }) => itemIdentifier);
  const isEmpty = typeof outcome.answer === 'object' && !('batchItemFailures' in outcome.answer);
  return isEmpty ? [] : 'all';
};
