import { accepted, refused, type Result } from '../../../shared/kernel/result.ts';
import type { Practitioner } from '../../../shared/people/practitioner.ts';
import type { Moved } from '../../../shared/people/practitioner-moves.ts';

/** Returns a moved listing, or the refusal that the team reads if its state does not allow the move. */
export const movedOrRefused = (moved: Moved): Result<Practitioner, 'not-allowed'> =>
  moved.ok ? accepted(moved.value) : refused('not-allowed');
