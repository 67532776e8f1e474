import { emailFor } from '../../../shared/notifications/email.ts';
import { unlist } from '../../../shared/people/practitioner-moves.ts';
import { changeStanding } from '../../matching/matches/change-standing.ts';
import { movedOrRefused } from './moved-or-refused.ts';
import type { PractitionerDeps } from './practitioner-deps.ts';

interface Unlisting {
  readonly id: string;
  readonly why: string;
  readonly by: string;
}

/**
 * Hides a listing as a pause does, but only the team shows it again. Learners stay with the practitioner. Idempotent.
 */
export const unlistPractitioner =
  (deps: PractitionerDeps) =>
  ({ id, why, by }: Unlisting) => {
    const now = deps.clock.now();
    const occasion = deps.chance.id();
    return changeStanding(deps)(
      id,
      {
        actor: `team:${by}`,
        action: 'practitioner-unlisted',
        words: { by, why },
        isDone: ({ state }) => state === 'unlisted',
        move: (before, at) => movedOrRefused(unlist(before, at)),
        also: () => [
          deps.emails.save(
            emailFor('practitioner-unlisted', `${id}.${occasion}`, { practitionerId: id }, now),
          ),
        ],
      },
      now,
    );
  };
