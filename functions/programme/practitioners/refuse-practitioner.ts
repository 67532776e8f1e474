import { emailFor } from '../../../shared/notifications/email.ts';
import { refuse } from '../../../shared/people/practitioner-moves.ts';
import { changeStanding } from '../../matching/matches/change-standing.ts';
import { release } from '../../store/unique-claims.ts';
import { decidedLearners, type LearnersDecided } from './decided-learners.ts';
import { movedOrRefused } from './moved-or-refused.ts';
import type { PractitionerDeps } from './practitioner-deps.ts';

interface Refusal extends LearnersDecided {
  readonly id: string;
  readonly why: string;
  readonly by: string;
}

/**
 * Refuses a registration, or ends the listing of somebody who turned out not to be entitled to it. The address and the
 * number can be registered again, by whoever they belong to. Idempotent.
 */
export const refusePractitioner =
  (deps: PractitionerDeps) =>
  ({ id, why, by, stays, ends }: Refusal) => {
    const now = deps.clock.now();
    const occasion = deps.chance.id();
    return changeStanding(deps)(
      id,
      {
        actor: `team:${by}`,
        action: 'practitioner-refused',
        words: { by, why },
        isDone: ({ state }) => state === 'refused',
        ends: decidedLearners({ stays, ends }),
        move: (before, at) => movedOrRefused(refuse(before, at)),
        alongside: (before) => release(deps.table, before),
        also: () => [
          deps.emails.save(
            emailFor('practitioner-refused', `${id}.${occasion}`, { practitionerId: id }, now),
          ),
        ],
      },
      now,
    );
  };
