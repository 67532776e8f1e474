import type { Result } from '../../../shared/kernel/result.ts';

/**
 * Unwraps the result of a move that the seed expects to succeed.
 * @throws if the move was refused, which is a fault in the seed
 */
export const expectAccepted = <Value>(result: Result<Value, unknown>): Value => {
  if (!result.ok) throw new Error(`the seed made a move that is refused: ${JSON.stringify(result.refusal)}`);
  return result.value;
};
