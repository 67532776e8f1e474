import type { Practitioner } from '../../shared/people/practitioner.ts';
import type { Moved } from '../../shared/people/practitioner-moves.ts';
import { accepted, refused, type Result } from '../../shared/kernel/result.ts';
import type { Instant } from '../../shared/kernel/time.ts';
import type { Chance } from '../platform/chance.ts';
import type { Clock } from '../platform/clock.ts';
import { auditRow } from './audit-row.ts';
import type { PractitionerRepository } from './repositories/practitioner-repository.ts';
import type { Change, Table } from './table/table.ts';
import { decideAndCommit } from './unit-of-work.ts';

interface Deps {
  readonly table: Pick<Table, 'commit'>;
  readonly practitioners: PractitionerRepository;
  readonly clock: Clock;
  readonly chance: Pick<Chance, 'id'>;
}

export type ChangeRefusal = 'gone' | 'not-allowed' | 'busy';

/** A decision about a listing: how it changes the listing, and other changes for the same commit. */
export interface ListingChange {
  /** Entity and event, for the audit: "listing-paused". */
  readonly action: string;
  readonly move: (practitioner: Practitioner, now: Instant) => Moved;
  /** Whether the listing already has this change; if so, nothing is written. Makes the decision idempotent. */
  readonly isDone?: (practitioner: Practitioner) => boolean;
  readonly also?: (before: Practitioner, after: Practitioner) => readonly Change[];
}

/** Applies a practitioner's decision to their own listing and records it in the audit, in one commit. */
export const changeListing =
  ({ table, practitioners, clock, chance }: Deps) =>
  (
    id: string,
    { action, move, isDone, also }: ListingChange,
  ): Promise<Result<Practitioner, ChangeRefusal>> => {
    const now = clock.now();
    return decideAndCommit<Practitioner | undefined, Practitioner, ChangeRefusal>({
      table,
      read: () => practitioners.findPresent(id),
      decide: (before) => {
        if (before === undefined) return refused('gone');
        if (isDone?.(before) === true) return accepted({ value: before, changes: [] });
        const moved = move(before, now);
        if (!moved.ok) return refused('not-allowed');
        return accepted({
          value: moved.value,
          changes: [
            practitioners.save(moved.value, [before.state]),
            ...(also?.(before, moved.value) ?? []),
            auditRow(`practitioner#${id}`, now, chance.id(), 'practitioner', action),
          ],
        });
      },
    });
  };
