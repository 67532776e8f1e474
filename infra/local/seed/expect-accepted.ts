import type { Result } from '../../../shared/kernel/result.ts';

/** The value of a move that the seed knows to be allowed; anything else is a mistake in the seed. */
export const expectAccepted = <Value>(result: Result<Value, unknown>): Value => {
  if (!result.ok) throw new Error(`the seed made a move that is refused: ${JSON.stringify(result.refusal)}`);
  return result.value;
};
