import type { PractitionerRepository } from '../../store/repositories/practitioner-repository.ts';
import type { RequestRepository } from '../../store/repositories/request-repository.ts';

interface Deps {
  readonly practitioners: Pick<PractitionerRepository, 'inState'>;
  readonly requests: Pick<RequestRepository, 'inState'>;
}

/** Lists what the team should review: flags of practitioners, and conflicts of interest not yet cleared. */
export const listFlags =
  ({ practitioners, requests }: Deps) =>
  async () => {
    const [waiting, listed, paused, open] = await Promise.all([
      practitioners.inState('awaiting-check'),
      practitioners.inState('listed'),
      practitioners.inState('paused'),
      requests.inState('open'),
    ]);
    return {
      practitioners: [...waiting, ...listed, ...paused]
        .filter(({ flags, conflictsDeclared }) => flags.length > 0 || conflictsDeclared !== undefined)
        .map(({ id, name, state, flags, justification, conflictsDeclared }) => ({
          id,
          name,
          state,
          flags,
          justification,
          conflictsDeclared,
        })),
      conflicts: open.flatMap(({ id, requesterName, conflicts }) =>
        conflicts
          .filter(({ clearedBy }) => clearedBy === undefined)
          .map(({ kind, who }) => ({ requestId: id, requesterName, kind, who })),
      ),
    };
  };
