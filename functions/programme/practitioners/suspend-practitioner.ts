import { emailFor } from '../../../shared/notifications/email.ts';
import type { SuspendReason } from '../../../shared/people/practitioner.ts';
import { suspend } from '../../../shared/people/practitioner-moves.ts';
import { changeStanding } from '../../matching/matches/change-standing.ts';
import { decidedLearners, type LearnersDecided } from './decided-learners.ts';
import { movedOrRefused } from './moved-or-refused.ts';
import type { PractitionerDeps } from './practitioner-deps.ts';

interface Suspension extends LearnersDecided {
  readonly id: string;
  readonly reason: SuspendReason;
  readonly why: string;
  readonly by: string;
}

/**
 * Suspends a listing: no offers, not in the directory. The team decides about each learner. Tells the practitioner,
 * unless they have died. Idempotent for the same reason.
 */
export const suspendPractitioner =
  (deps: PractitionerDeps) =>
  ({ id, reason, why, by, stays, ends }: Suspension) => {
    const now = deps.clock.now();
    const occasion = deps.chance.id();
    return changeStanding(deps)(
      id,
      {
        actor: `team:${by}`,
        action: 'practitioner-suspended',
        facts: { reason },
        words: { by, why },
        isDone: ({ state, suspension }) => state === 'suspended' && suspension?.reason === reason,
        ends: decidedLearners({ stays, ends }),
        move: (before, at) => movedOrRefused(suspend(before, reason, at)),
        also: () =>
          reason === 'died'
            ? []
            : [
                deps.emails.save(
                  emailFor('practitioner-suspended', `${id}.${occasion}`, { practitionerId: id }, now),
                ),
              ],
      },
      now,
    );
  };
