import { accepted, refused, type Result } from '../../../shared/kernel/result.ts';
import type { Practitioner } from '../../../shared/people/practitioner.ts';
import type { Clock } from '../../platform/clock.ts';
import type { ChangeRefusal, ListingChange } from '../../store/change-listing.ts';
import type { WriteDeps } from '../../store/write-deps.ts';
import { changeStanding } from './change-standing.ts';

interface Deps extends WriteDeps {
  readonly clock: Clock;
}

/**
 * Applies a practitioner's decision to their own listing, as `changeListing` does. If matching asks them no more
 * afterwards, as after a pause, their live offers are taken back in the same commit, and both sides are told.
 */
export const changeOwnListing =
  (deps: Deps) =>
  async (
    id: string,
    { action, move, isDone, also }: ListingChange,
  ): Promise<Result<Practitioner, ChangeRefusal>> => {
    const changed = await changeStanding(deps)<'not-allowed'>(
      id,
      {
        actor: 'practitioner',
        action,
        move: (before, now) => {
          const moved = move(before, now);
          return moved.ok ? moved : refused('not-allowed');
        },
        tellsOffers: true,
        ...(isDone === undefined ? {} : { isDone }),
        ...(also === undefined ? {} : { also }),
      },
      deps.clock.now(),
    );
    if (changed.ok) return accepted(changed.value.practitioner);
    return refused(changed.refusal === 'unknown-practitioner' ? 'gone' : changed.refusal);
  };
